export { may, permissions, roles, type Action, type Actor, type Grant, type Role, type Scope } from "./may.ts";
export { peopleSentences } from "./sentences.ts";
