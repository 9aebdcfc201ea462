export { keepVotes } from "./keep-vote.ts";
export { isTransient, resendAfterMs, resendLimits } from "./resend.ts";
