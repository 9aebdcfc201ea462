/** What no page says itself: heads of the tables that are taken along as files, the usual questions, what stands around a page. */
export const exports = {
  "export.weight": "Voix",
  "export.channel": "Canal",
  "export.reason": "Raison",
  "export.state": "Scrutin",
  "export.channel.phone": "téléphone",
  "export.channel.hands": "mains",
  "export.channel.paper": "table des bulletins",
  "export.channel.proxy": "procuration",
  "ballot.question.amendment": "Adoptez-vous l’amendement {numbers} ?",
  "ballot.question.amendments": "Adoptez-vous les amendements identiques {numbers} ?",
  "ballot.question.text": "Adoptez-vous l’ensemble du texte « {title} » ?",
  "ballot.not-evident": "La majorité n’est pas évidente : on compte.",
  "shell.skip": "Aller au contenu",
} as const;
