import type { FastifyReply, FastifyRequest } from "fastify";

/** A posted form apart from what the tool itself put into it: the page it stands on and its token. */
export interface PostedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly page: string | undefined;
  readonly token: string | undefined;
}

const read = new WeakMap<FastifyRequest, PostedForm>();

/** The form of a request, kept while its body is turned into what the act's schema checks. */
export const postedForms = {
  of: (request: FastifyRequest): PostedForm | undefined => read.get(request),

  /** Reads the form once; the fields without `page` and `token`. */
  take(request: FastifyRequest): Readonly<Record<string, string>> {
    const known = read.get(request);
    if (known) return known.fields;
    const { page, token, ...fields } = stringsOf(request.body);
    read.set(request, { fields, page, token });
    return fields;
  },
};

/**
 * For routes that a form and a program both use: a form's fields, as `read` makes them of strings, become the body that the
 * schema checks.
 */
export const formAsBody =
  (read: (fields: Readonly<Record<string, string>>) => unknown = (fields) => fields) =>
  (request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
    if (isForm(request)) request.body = read(postedForms.take(request));
    done();
  };

export const isForm = (request: FastifyRequest): boolean =>
  (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");

function stringsOf(body: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(body ?? {})) if (typeof value === "string") fields[name] = value;
  return fields;
}
