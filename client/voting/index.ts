export { keepVotes } from "./keep-vote.ts";
export { isTransient, resendAfterMs } from "./resend.ts";
