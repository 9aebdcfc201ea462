/** A style sheet is imported for its effect: the build puts it beside the entry, and the server links it. */
declare module "*.css";
