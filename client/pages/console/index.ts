export { consolePage } from "./console.ts";
