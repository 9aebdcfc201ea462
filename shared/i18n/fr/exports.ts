/** Heads of the tables that are taken along as files: no page says them. */
export const exports = {
  "export.weight": "Voix",
  "export.delegation": "Délégation",
  "export.channel": "Canal",
  "export.state": "Scrutin",
  "export.channel.phone": "téléphone",
  "export.channel.hands": "mains",
  "export.channel.paper": "table des bulletins",
  "export.channel.proxy": "procuration",
} as const;
