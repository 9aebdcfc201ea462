import { elementViolations, pageViolations } from "./elements.ts";
import { importViolations, journeyViolations } from "./import-line.ts";
import { shapeViolations } from "./shape.ts";
import { parseSource, type Sources } from "./source.ts";

/** Everything in these files that breaks a rule of the house. */
export function violationsIn(texts: Sources): readonly string[] {
  const sources = new Map([...texts].map(([path, text]) => [path, parseSource(path, text)]));
  return [
    ...[...sources.values()].flatMap((source) => [
      ...importViolations(source),
      ...shapeViolations(source),
      ...elementViolations(source),
    ]),
    ...journeyViolations(sources),
    ...pageViolations(sources),
  ];
}
