import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyReply } from "fastify";

/**
 * Nothing from another host, no inline script or style. `useDefaults: false` because helmet's defaults allow inline
 * styles and turn plain-HTTP addresses of a hall into HTTPS ones. `same-origin` as referrer policy: under `no-referrer`
 * a form's POST carries `Origin: null` and a vote without JavaScript would be refused. No HSTS: the next hall may have
 * no certificate under the same address.
 *
 * Helmet writes them anew for each request, which takes longer than all that a vote reads. They differ by host alone: it is
 * asked once for each, and what it wrote is kept.
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    global: false,
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
  const written = new Map<string, WrittenHeaders>();
  app.addHook("onRequest", (request, reply, done) => {
    const host = request.headers.host ?? "";
    let headers = written.get(host);
    if (headers === undefined) {
      headers = writtenByHelmet(reply);
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

/** What helmet writes on this answer, taken off it again: Fastify sends it with the rest. */
function writtenByHelmet(reply: FastifyReply): WrittenHeaders {
  const before = new Set(reply.raw.getHeaderNames());
  void reply.helmet();
  const headers: Record<string, string> = {};
  for (const name of reply.raw.getHeaderNames()) {
    if (before.has(name)) continue;
    headers[name] = String(reply.raw.getHeader(name));
    reply.raw.removeHeader(name);
  }
  return headers;
}

const ownSocket = (host: string | undefined): string =>
  host !== undefined && /^[\w.:[\]-]+$/u.test(host) ? `ws://${host} wss://${host}` : "'self'";
