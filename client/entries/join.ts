import "../ui/styles/base.css";

/** Before one is signed in: the pages need no script, only their styles. */
