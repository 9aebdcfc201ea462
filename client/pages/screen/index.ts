export { fitForHall, fitQuestion } from "./fit.ts";
export { screen } from "./screen.ts";
