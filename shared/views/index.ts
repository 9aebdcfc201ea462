export type { Me, Shell } from "./shell.ts";
