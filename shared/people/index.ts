export { checkGathering, freeSlug, slugOf, timeZones, type GatheringFacts } from "./gathering.ts";
export { codeCharacters, makeCode, parseCode, showCode } from "./code.ts";
export {
  afterAct,
  isEnrolled,
  isPresent,
  mandateKinds,
  type DelegationAct,
  type DelegationState,
  type Mandate,
} from "./delegation.ts";
export {
  readDelegationList,
  sameName,
  tidyName,
  type LineDoubt,
  type LineFault,
  type ListedDelegation,
} from "./delegation-list.ts";
export {
  allow,
  may,
  mayEver,
  parseRole,
  permissions,
  refuseActor,
  rolesFor,
  roles,
  standing,
  type Action,
  type Role,
  type Actor,
  type Grant,
  type Scope,
  type Standing,
} from "./may.ts";
export { peopleSentences, roleWords } from "./sentences.ts";
