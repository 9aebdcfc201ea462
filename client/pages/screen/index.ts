export { fitForHall } from "./fit.ts";
export { screen } from "./screen.ts";
