import { limits } from "../../shared/limits.ts";
import { allow } from "../../shared/people/index.ts";
import { protocolVersion, type ClientMessage, type RefusedAbout, type ServerMessage } from "../../shared/protocol.ts";
import { assertNever, refuse, type Refused } from "../../shared/refusals.ts";
import { decodeSteps, parseSteps } from "../../shared/texts/index.ts";
import { withReason, type ActGathering, type Parts, type Seat } from "../http/index.ts";
import { readHead } from "../journal/index.ts";
import { isPublic, readableText, type Frame, type PushAnswer, type TextAuthority } from "../texts/index.ts";
import type { Hearer, LiveHub } from "./hub.ts";
import type { Heard } from "./message.ts";
import { Pace } from "./pace.ts";
import { TextLine } from "./text-line.ts";
import type { Wire } from "./wire.ts";

export interface LiveParts extends Pick<Parts, "storage" | "entrance" | "clock" | "epoch"> {
  readonly hub: LiveHub;
  readonly authority: TextAuthority;
}

/** Whose page it is: asked again after every act and every two seconds of writing, for seats move and roles are revoked. */
export interface Bearer {
  readonly slug: string;
  readonly cookie: string | undefined;
}

interface Standing {
  readonly gathering: ActGathering;
  readonly seat: Seat;
  readonly atMs: number;
}

/** The server's end of a page's socket: greets, follows texts, takes pushes, passes on what is told. */
export class PageSocket implements Hearer {
  private readonly parts: LiveParts;
  private readonly wire: Wire;
  private readonly bearer: Bearer;
  private readonly lines = new Map<string, TextLine>();
  private readonly pace: Pace;
  /** Whether the page said which epoch it knows, and knows this one: no text is opened or written before. */
  private greeting: "awaited" | "known" | "of-another-epoch" = "awaited";
  private standing: Standing | null = null;
  /** Counts the acts told: a seat that was read meanwhile is not believed. */
  private actsTold = 0;
  /** Texts that were open to all may be so no more. */
  private asksAgain = false;
  private leaveHub: (() => void) | null = null;
  /** Something told could not be sent: once it can, the page is greeted again and asks for what it missed. */
  private behind = false;
  private receiving: Promise<void> = Promise.resolve();
  /** The page has gone: what was still being looked up for it leads to nothing. */
  private gone = false;

  constructor(parts: LiveParts, wire: Wire, bearer: Bearer) {
    this.parts = parts;
    this.wire = wire;
    this.bearer = bearer;
    this.pace = new Pace(limits.pushesPerSecondPerClient, parts.clock);
  }

  hear(frame: Frame): void {
    if (this.behind || this.wire.isFull()) this.behind = true;
    else this.wire.send(frame);
  }

  acted(acts: readonly string[]): void {
    this.standing = null;
    this.actsTold++;
    this.asksAgain ||= acts.includes("text.untabled");
  }

  /** What the page sent, one after the other. A fault of the world is answered with "try again", and thrown on. */
  receive(heard: Heard): Promise<void> {
    if (!this.pace.take()) {
      this.refuse(refuse("too-many"), heard.kind === "message" ? aboutOf(heard.message) : heard.about);
      return Promise.resolve();
    }
    const before = this.receiving;
    const now = before.catch(() => undefined).then(() => this.take(heard));
    this.receiving = now;
    return now;
  }

  /** Called now and then: who may no longer read is told nothing more; who was behind and has read is caught up. */
  async catchUp(): Promise<void> {
    await this.askAgain();
    if (!this.wire.isDrained()) return;
    if (this.behind) {
      this.behind = false;
      await this.greet();
    }
    for (const line of this.lines.values()) {
      if (!line.behind) continue;
      await this.parts.authority.leave(line.text, line);
      await this.bringOn(line);
    }
  }

  /** Tells the line what it missed. What the disk would not give is asked for another time. */
  private async bringOn(line: TextLine): Promise<void> {
    line.behind = false;
    try {
      await this.follow(line, line.version);
      line.release();
    } catch (fault) {
      line.behind = true;
      throw fault;
    }
  }

  private async follow(line: TextLine, version: number | null): Promise<void> {
    await this.parts.authority.open(line.gathering, line.text, version, line);
    if (this.gone) await this.parts.authority.leave(line.text, line);
  }

  closed(): void {
    this.gone = true;
    this.leaveHub?.();
    for (const line of this.lines.values()) void this.parts.authority.leave(line.text, line);
    this.lines.clear();
  }

  private async take(heard: Heard): Promise<void> {
    if (heard.kind === "refused") return this.refuse(heard.refused, heard.about);
    try {
      await this.obey(heard.message);
    } catch (fault) {
      this.refuse(refuse("try-again"), aboutOf(heard.message));
      throw fault;
    }
  }

  private async obey(message: ClientMessage): Promise<void> {
    if (message.type !== "hello" && this.greeting !== "known")
      return this.refuse(refuse(this.greeting === "awaited" ? "malformed" : "restored"), aboutOf(message));
    switch (message.type) {
      case "hello": {
        this.wire.inflates = message.inflates ?? false;
        const known = message.epoch === null || message.epoch === this.parts.epoch();
        this.greeting = known && message.protocol === protocolVersion ? "known" : "of-another-epoch";
        if (this.greeting === "known") return this.greet();
        return this.wire.tell({ type: "reload", epoch: this.parts.epoch() });
      }
      case "open":
        return this.open(message);
      case "leave":
        return this.leave(message.text);
      case "push":
        return this.push(message);
      default:
        return assertNever(message);
    }
  }

  private async greet(): Promise<void> {
    const { gathering } = await this.stand();
    const { sequence } = await this.parts.storage.read((tx) => readHead(tx, gathering.id));
    this.parts.hub.knows(gathering.id, sequence);
    this.wire.tell({ type: "welcome", epoch: this.parts.epoch(), cursor: sequence });
  }

  private async open({ text, version, writes }: Extract<ClientMessage, { type: "open" }>): Promise<void> {
    await this.leave(text);
    if (this.lines.size >= limits.textsPerSocket) return this.refuse(refuse("too-many"), { text });
    const { gathering, seat } = await this.stand();
    const facts = await this.parts.storage.read((tx) => readableText(tx, gathering, seat.actor, text));
    if (!facts.ok) return this.refuse({ ...facts, code: withReason(facts.code, seat) }, { text });
    const draft = !isPublic(facts.value);
    const line = new TextLine(this.wire, { gathering: gathering.id, text, writes, draft });
    this.lines.set(text, line);
    await this.follow(line, version);
  }

  /** Whether its texts may still be read: drafts as often as a seat is asked for, all of them after an untabling. */
  private async askAgain(): Promise<void> {
    const all = this.asksAgain;
    if (![...this.lines.values()].some((line) => all || line.draft) || (!all && this.believes())) return;
    this.asksAgain = false;
    const { gathering, seat } = await this.stand();
    for (const line of [...this.lines.values()].filter(({ draft }) => all || draft)) {
      const facts = await this.parts.storage.read((tx) => readableText(tx, gathering, seat.actor, line.text));
      if (facts.ok) line.draft = !isPublic(facts.value);
      if (facts.ok || this.lines.get(line.text) !== line) continue;
      await this.leave(line.text);
      this.refuse({ ...facts, code: withReason(facts.code, seat) }, { text: line.text });
    }
  }

  private believes(): boolean {
    return this.standing !== null && this.parts.clock() - this.standing.atMs < standingMs;
  }

  private async leave(text: string): Promise<void> {
    const line = this.lines.get(text);
    this.lines.delete(text);
    if (line) await this.parts.authority.leave(text, line);
  }

  private async push(message: Extract<ClientMessage, { type: "push" }>): Promise<void> {
    const { text, client, sequence, base } = message;
    const about = { text, client, sequence };
    const line = this.lines.get(text);
    if (!line) return this.refuse(refuse("not-found"), about);
    const { gathering, seat } = await this.stand();
    const allowed = allow(seat.actor, "text.write", { gathering: gathering.id, text });
    if (!allowed.ok) return this.refuse({ ...allowed, code: withReason(allowed.code, seat) }, about);
    // Who only reads is not told which commit was whose, and could not recognise its own.
    if (!line.writes) return this.refuse(refuse("malformed"), about);
    const steps = parseSteps(decodeSteps(message.steps));
    if (!steps.ok) return this.refuse(steps, about);
    await this.parts.authority.push(gathering.id, text, {
      push: { client, sequence, base, steps: steps.value },
      owner: seat.actor.participant ?? "",
      origin: { author: seat.me?.delegation?.id ?? text },
      atMs: this.parts.clock(),
      answer: (answer) => line.answer(answerOf(answer, about)),
    });
  }

  private async stand(): Promise<Standing> {
    const nowMs = this.parts.clock();
    if (this.standing && this.believes()) return this.standing;
    const { actsTold } = this;
    const { entrance, storage } = this.parts;
    const standing = await storage.read(async (tx) => {
      const gathering = await entrance.gathering(tx, this.bearer.slug);
      if (!gathering) throw new Error("The gathering is gone");
      return { gathering, seat: await entrance.seat(tx, gathering, this.bearer.cookie), atMs: nowMs };
    });
    if (!this.gone) this.leaveHub ??= this.parts.hub.join(standing.gathering.id, this);
    if (actsTold === this.actsTold) this.standing = standing;
    return standing;
  }

  private refuse(refused: Refused, about: RefusedAbout): void {
    this.wire.tell({ type: "refused", code: refused.code, about });
  }
}

/** How long a seat is believed without asking again. */
const standingMs = 2_000;

function aboutOf(message: ClientMessage): RefusedAbout {
  if (message.type === "hello") return {};
  if (message.type !== "push") return { text: message.text };
  return { text: message.text, client: message.client, sequence: message.sequence };
}

function answerOf(answer: PushAnswer, about: Required<RefusedAbout>): ServerMessage {
  return answer.kind === "dropped"
    ? { type: "dropped", ...about, version: answer.version }
    : { type: "refused", code: answer.refused.code, about };
}
