export { actForm } from "./act-form.ts";
export { frame, gatheringPath, linkState, placeOf } from "./frame.ts";
export {
  definePage,
  documentTitle,
  type AnyView,
  type Beside,
  type Link,
  type Later,
  type LaterWords,
  type PageTemplate,
} from "./template.ts";
