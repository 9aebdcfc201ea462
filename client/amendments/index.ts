export { Composer, type ComposerFacts } from "./composer.ts";
export { keepWish, type KeptWish, type Wish } from "./kept-wish.ts";
export { submitWish, type Submitted } from "./submit-wish.ts";
