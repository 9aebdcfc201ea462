import { ServerResponse, type IncomingMessage } from "node:http";

import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/**
 * Nothing from another host, no inline script or style. `useDefaults: false` because helmet's defaults allow inline
 * styles and turn plain-HTTP addresses of a hall into HTTPS ones. `same-origin` as referrer policy: under `no-referrer`
 * a form's POST carries `Origin: null` and a vote without JavaScript would be refused. No HSTS: the next hall may have
 * no certificate under the same address.
 *
 * Helmet writes them anew for each request, which takes longer than all that a vote reads. They differ by host alone: it is
 * asked once for each, and what it wrote is kept.
 */
export function securityHeaders(app: FastifyInstance): void {
  const written = new Map<string, WrittenHeaders>();
  app.addHook("onRequest", (request, reply, done) => {
    const host = request.headers.host ?? "";
    let headers = written.get(host);
    if (headers === undefined) {
      headers = writtenByHelmet(request.raw);
      if (written.size >= hostsKept) written.clear();
      written.set(host, headers);
    }
    reply.headers(headers);
    done();
  });
}

/** Those of the hall and of this machine are few; made-up ones must not fill the memory. */
const hostsKept = 100;

type WrittenHeaders = Readonly<Record<string, string>>;

const write = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "style-src": ["'self'"],
      "img-src": ["'self'", "data:"],
      "font-src": ["'self'"],
      "manifest-src": ["'self'"],
      // Safari 14 does not count the page's own socket as 'self'.
      "connect-src": ["'self'", (request) => ownSocket(request.headers.host)],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    },
  },
  referrerPolicy: { policy: "same-origin" },
  strictTransportSecurity: false,
  // What only browsers obey that are too old for these pages.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  // Both only mean something in a secure context, and browsers warn on the console where it is not one.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

/** What helmet writes on an answer to this request, on one that is not sent. */
function writtenByHelmet(request: IncomingMessage): WrittenHeaders {
  const answer = new ServerResponse(request);
  let failed: unknown;
  write(request, answer, (error) => {
    failed = error;
  });
  if (failed !== undefined) throw new Error("The security headers could not be written", { cause: failed });
  return Object.fromEntries(answer.getHeaderNames().map((name) => [name, String(answer.getHeader(name))]));
}

const ownSocket = (host: string | undefined): string =>
  host !== undefined && /^[\w.:[\]-]+$/u.test(host) ? `ws://${host} wss://${host}` : "'self'";
