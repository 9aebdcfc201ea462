/**
 * `npm run demo`: a server of its own on a new folder, and in it the gathering of Commercy with thirty delegations, a
 * declaration, a dozen amendments and one ballot open, all of it through the public interface. Ends with Ctrl-C.
 */
import { openDemoGathering } from "./demo/gathering.ts";
import { openDemoHouse } from "./demo/house.ts";

const port = Number(process.env["PORT"] ?? 3000);
const house = await openDemoHouse(port, true);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => house.process.kill(signal));
house.process.once("exit", (code) => process.exit(code ?? 0));

try {
  const codes = await openDemoGathering(house.origin, house.link);
  console.log(`\nLa rencontre de démonstration est ouverte : ${house.origin}\n`);
  for (const { who, code } of codes) console.log(`${code}  ${who}\n             ${house.origin}/entrer/${code}`);
  console.log("\nCtrl-C pour finir ; rien n’est gardé d’une fois à l’autre.");
} catch (error) {
  console.error(error);
  house.process.kill("SIGTERM");
  process.exitCode = 1;
}
