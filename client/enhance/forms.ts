import { inTime } from "../connection/index.ts";

/** What came of a form that was sent without leaving the page. */
export type Sent =
  /** The page that the server answered with: after the act, or the same again with its refusal. */
  | { readonly kind: "page"; readonly view: unknown; readonly path: string; readonly refused: boolean }
  /** The answer is another page: the browser goes there. */
  | { readonly kind: "elsewhere"; readonly url: string }
  /** No answer came. What was typed stays where it is. */
  | { readonly kind: "no-network" };

const answerWithinMs = 20_000;

/**
 * Posts a form as the browser would and reads the page it is answered with: the same request with and without scripts,
 * so that there is one way for an act to be done, refused or repeated.
 */
export async function sendForm(action: string, fields: URLSearchParams): Promise<Sent> {
  try {
    return await inTime(answerWithinMs, async (signal) => {
      const headers = { accept: "text/html" };
      const answer = await fetch(action, { method: "POST", body: fields, headers, credentials: "same-origin", signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const view: unknown = JSON.parse(page.getElementById("view")?.textContent ?? "null");
      const { pathname, search } = new URL(answer.url);
      if (view === null) return answer.redirected ? { kind: "elsewhere", url: answer.url } : { kind: "no-network" };
      return { kind: "page", view, path: pathname + search, refused: !answer.ok };
    });
  } catch {
    return { kind: "no-network" };
  }
}

/** A form's fields with the button that sent it. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.append(submitter.name, submitter.value);
  return fields;
}
