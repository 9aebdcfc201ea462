/** Heads of the tables that are taken along as files: no page says them. */
export const exports = {
  "export.weight": "Voix",
  "export.channel": "Canal",
  "export.reason": "Raison",
  "export.state": "Scrutin",
  "export.channel.phone": "téléphone",
  "export.channel.hands": "mains",
  "export.channel.paper": "table des bulletins",
  "export.channel.proxy": "procuration",
} as const;
