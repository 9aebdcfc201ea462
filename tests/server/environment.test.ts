import { expect, test } from "vitest";

import { readEnvironment } from "../../server/environment.ts";

test("HTTP-3 without any variable: port 3000, every address of the machine, SQLite in data/", () => {
  const environment = readEnvironment({});
  expect(environment).toMatchObject({ port: 3000, host: "0.0.0.0", tls: null, origins: [] });
  expect(environment.storage).toEqual({ dataDir: environment.dataDir });
  expect(environment.dataDir).toMatch(/\/data$/u);
});

test("HTTP-3 each variable is read, an empty one counts as not said", () => {
  const environment = readEnvironment({ PORT: "0", HOST: "127.0.0.1", DATABASE_URL: "postgres://x", DATA_DIR: "" });
  expect(environment).toMatchObject({ port: 0, host: "127.0.0.1", storage: { databaseUrl: "postgres://x" } });
});

test.for([
  [{ PORT: "soon" }, "PORT is soon"],
  [{ PORT: "70000" }, "PORT is 70000"],
  [{ TLS_CERT: "a.pem" }, "go together"],
  [{ TLS_CERT: "/none.pem", TLS_KEY: "/none.pem" }, "cannot be read"],
] as const)("HTTP-3 a variable that cannot be used is named: %j", ([variables, words]) => {
  expect(() => readEnvironment(variables)).toThrow(words);
});
