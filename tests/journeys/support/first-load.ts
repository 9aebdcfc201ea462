import type { Page } from "playwright-core";

/** What a first visit may receive at most, in kilobytes of 1,024 bytes. */
const limitsKb = { join: 40, vote: 40, reader: 60, projector: 80, editor: 150 } as const;

export interface FirstLoad {
  readonly page: keyof typeof limitsKb;
  readonly kilobytes: number;
  readonly limitKb: number;
}

/**
 * Visits a page as if nobody had been there: nothing is taken from the cache. Counts what came over the network until
 * nothing more comes: the document, scripts, styles with their headers, as compressed, and what the socket brought.
 */
export async function firstLoad(person: Page, page: FirstLoad["page"], url: string): Promise<FirstLoad> {
  const visit = await person.context().newPage();
  const devtools = await visit.context().newCDPSession(visit);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  // What a browser takes over the plain HTTP of a hall; on this machine itself it would take brotli.
  await devtools.send("Network.setExtraHTTPHeaders", { headers: { "accept-encoding": "gzip, deflate" } });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  devtools.on("Network.webSocketFrameReceived", ({ response }) => {
    bytes += Buffer.byteLength(response.payloadData);
  });
  await visit.goto(url, { waitUntil: "networkidle" });
  await visit.close();
  return { page, kilobytes: bytes / 1024, limitKb: limitsKb[page] };
}
