import { join } from "node:path";

import type { Page } from "playwright-core";

import { fills, presses, sees } from "./hands.ts";

/** Reads what was adopted, from where the vote was, and signs for one's delegation in one touch. */
export async function signs(phone: Page, home: string, delegation: string): Promise<void> {
  await phone.goto(`${home}/`);
  await presses(phone, "Lire et signer");
  await presses(phone, `Signer pour « ${delegation} »`);
  await sees(phone, `« ${delegation} » signe.`);
}

export async function signsWithReservation(phone: Page, declaration: string, reservation: string): Promise<void> {
  await phone.goto(declaration);
  await phone.getByText("Signer avec une réserve").click();
  await fills(phone, { reservation });
  await presses(phone, "Enregistrer la réserve");
  await sees(phone, "signe, avec une réserve.");
}

export async function declines(phone: Page, declaration: string, delegation: string): Promise<void> {
  await phone.goto(declaration);
  await presses(phone, "Ne pas signer");
  await sees(phone, `« ${delegation} » ne signe pas.`);
}

/** Downloads the record by the page's own link; gives the file's path. */
export async function downloadsRecord(reader: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([reader.waitForEvent("download"), presses(reader, "Télécharger le registre")]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}
