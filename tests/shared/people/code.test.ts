import fc from "fast-check";
import { expect, test } from "vitest";

import { codeCharacters, makeCode, parseCode, showCode } from "../../../shared/people/index.ts";

const anyCode = fc.uint8Array({ minLength: codeCharacters, maxLength: codeCharacters }).map(makeCode);
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("PPL-22 a code is read as it was shown, in small letters, without hyphens, with blanks, O for 0, I and L for 1", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const shown = showCode(code);
      expect(shown).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]$/u);
      const careless = shown.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replaceAll("-", " — ");
      expect([parseCode(shown), parseCode(code), parseCode(` ${careless} `)]).toEqual([code, code, code]);
    }),
  );
});

test("PPL-23 one wrong character is caught, at any place", () => {
  fc.assert(
    fc.property(anyCode, fc.nat(codeCharacters), fc.nat(31), (code, place, other) => {
      const wrong = digits.charAt(other);
      fc.pre(wrong !== code.charAt(place));
      expect(parseCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
    }),
  );
});

test("PPL-23 two characters that changed places are caught", () => {
  fc.assert(
    fc.property(anyCode, fc.nat(codeCharacters - 1), fc.nat(codeCharacters - 1), (code, i, j) => {
      fc.pre(code.charAt(i) !== code.charAt(j));
      const swapped = code.split("");
      [swapped[i], swapped[j]] = [code.charAt(j), code.charAt(i)];
      expect(parseCode(swapped.join(""))).toBeNull();
    }),
  );
});

test("PPL-23 a neighbour of the check character that changed places with it is caught", () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      fc.pre(code.charAt(9) !== code.charAt(10));
      expect(parseCode(code.slice(0, 9) + code.charAt(10) + code.charAt(9))).toBeNull();
    }),
  );
});

test.for(["", "A", "0000000000", "000000000000", "00000-00000-*", "00000-00000-é", "\u0000".repeat(11)])(
  "PPL-24 what cannot be a code is none: %j",
  (typed) => {
    expect(parseCode(typed)).toBeNull();
  },
);

test("PPL-24 the code of zeros only has the check 0", () => {
  expect(makeCode(new Uint8Array(codeCharacters))).toBe("0".repeat(11));
});
