export { actForm, type ActFormFacts } from "./act-form.ts";
export { frame, gatheringPath, linkState, placeOf, type FrameFacts, type Tab } from "./frame.ts";
export {
  definePage,
  documentTitle,
  type AnyView,
  type Beside,
  type EntryName,
  type Link,
  type PageTemplate,
  type Turnout,
} from "./template.ts";
