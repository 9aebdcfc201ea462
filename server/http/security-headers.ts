import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * Nothing from another host, no inline script or style. `useDefaults: false` because helmet's defaults allow inline
 * styles and turn plain-HTTP addresses of a hall into HTTPS ones. `same-origin` as referrer policy: under `no-referrer`
 * a form's POST carries `Origin: null` and a vote without JavaScript would be refused. No HSTS: the next hall may have
 * no certificate under the same address.
 */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
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
}

const ownSocket = (host: string | undefined): string =>
  host !== undefined && /^[\w.:[\]-]+$/u.test(host) ? `ws://${host} wss://${host}` : "'self'";
