/** The text messages in what a browser sends over an opened WebSocket (RFC 6455, §5.2), as the bytes come in. */
export class ClientFrames {
  private rest = Buffer.alloc(0);

  read(bytes: Buffer): readonly string[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const messages: string[] = [];
    for (let frame = this.take(); frame; frame = this.take()) if (frame.isText) messages.push(frame.payload.toString());
    return messages;
  }

  /** The next whole frame; a browser's frames are masked. */
  private take(): { readonly isText: boolean; readonly payload: Buffer } | null {
    const { rest } = this;
    if (rest.length < 2) return null;
    const short = rest.readUInt8(1) & 0x7f;
    const maskAt = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (rest.length < maskAt + 4) return null;
    const length = short === 127 ? Number(rest.readBigUInt64BE(2)) : short === 126 ? rest.readUInt16BE(2) : short;
    const start = maskAt + 4;
    if (rest.length < start + length) return null;
    const payload = rest.subarray(start, start + length).map((byte, i) => byte ^ (rest[maskAt + (i % 4)] ?? 0));
    this.rest = rest.subarray(start + length);
    return { isText: (rest.readUInt8(0) & 0x0f) === 1, payload: Buffer.from(payload) };
  }
}
