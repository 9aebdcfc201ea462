import { protocolVersion, type ClientMessage, type ServerMessage } from "../../shared/protocol.ts";
import { canInflate, inOrder } from "./inflate.ts";
import { startLink, stepLink, type LinkEvent, type LinkState, type LinkStep } from "./link.ts";

/** The one socket of a page. */
export interface Connection {
  state(): LinkState;
  send(message: ClientMessage): void;
  /** The server was asked something else and did not answer: the page is cut off until it is greeted again. */
  silent(): void;
}

export interface ConnectionFacts {
  readonly slug: string;
  /** Of the view that the page was drawn from; another epoch means load anew, never resume. */
  readonly epoch: string;
  /** How far the view on the page has read: asked at each greeting. */
  cursor(): number;
  changed(state: LinkState): void;
  /** Each message but the greeting. */
  message(message: ServerMessage): void;
  /** The journal stands at `cursor`. `anew`: after a cut or at first; what the page had opened is to be opened again. */
  greeted(cursor: number, anew: boolean): void;
  reload(): void;
}

const tickEveryMs = 400;

/** Opens the socket, greets, keeps it alive, comes back by itself. */
export function connect(facts: ConnectionFacts): Connection {
  let socket: WebSocket | null = null;
  let step: LinkStep = startLink(Date.now());

  const handle = (event: LinkEvent): void => {
    const before = step.state;
    step = stepLink(before, event, { ms: Date.now(), chance: Math.random(), epoch: facts.epoch });
    perform();
    if (step.state.kind !== before.kind) facts.changed(step.state);
  };

  const perform = (): void => {
    for (const effect of step.effects) {
      if (effect === "open") socket = open();
      if (effect === "close") drop();
      if (effect === "greet") send(hello());
      if (effect === "reload") facts.reload();
    }
  };

  const hello = (): ClientMessage => ({
    type: "hello",
    protocol: protocolVersion,
    epoch: facts.epoch,
    cursor: facts.cursor(),
    inflates: canInflate,
  });

  const open = (): WebSocket => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const opened = new WebSocket(`${scheme}//${location.host}/r/${encodeURIComponent(facts.slug)}/direct`);
    opened.addEventListener("open", () => send(hello()));
    const take = inOrder(
      (data) => {
        const message = opened === socket ? parseMessage(data) : null;
        if (message) hear(message);
      },
      () => opened.close(),
    );
    opened.addEventListener("message", ({ data }) => take(data));
    opened.addEventListener("close", () => {
      if (opened !== socket) return;
      socket = null;
      handle({ kind: "closed" });
    });
    return opened;
  };

  const hear = (message: ServerMessage): void => {
    if (message.type === "welcome") {
      const wasLive = step.state.kind === "live";
      handle({ kind: "greeted", epoch: message.epoch });
      if (step.state.kind === "live") facts.greeted(message.cursor, !wasLive);
      return;
    }
    if (message.type === "reload") return handle({ kind: "greeted", epoch: message.epoch });
    handle({ kind: "heard" });
    facts.message(message);
  };

  const drop = (): void => {
    const dropped = socket;
    socket = null;
    dropped?.close();
  };

  const send = (message: ClientMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };

  addEventListener("offline", () => handle({ kind: "network-lost" }));
  addEventListener("online", () => handle({ kind: "network-back" }));
  addEventListener("pageshow", () => handle({ kind: "network-back" }));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) handle({ kind: "network-back" });
  });
  setInterval(() => handle({ kind: "tick" }), tickEveryMs);
  perform();
  return { state: () => step.state, send, silent: () => handle({ kind: "network-lost" }) };
}

/** Our own server speaks here: a frame that is no message at all is dropped, the rest is believed. */
function parseMessage(data: string): ServerMessage | null {
  const value: unknown = JSON.parse(data);
  return typeof value === "object" && value !== null && "type" in value ? (value as ServerMessage) : null;
}
