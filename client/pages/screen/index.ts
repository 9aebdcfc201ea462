export { fitForHall, type Fitted } from "./fit.ts";
export { screen } from "./screen.ts";
