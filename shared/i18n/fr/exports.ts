/** What no page says itself: heads of the tables that are taken along as files, the usual questions, what stands around a page. */
export const exports = {
  "export.weight": "Voix",
  "export.delegation": "Délégation",
  "export.channel": "Canal",
  "export.reason": "Raison",
  "export.state": "Scrutin",
  "export.channel.phone": "téléphone",
  "export.channel.hands": "mains",
  "export.channel.paper": "table des bulletins",
  "export.channel.proxy": "procuration",

  // Typed by nobody: the standing question of a ballot, kept with it.
  "ballot.question.amendment": "Adoptez-vous l’amendement {numbers} ?",
  "ballot.question.amendments": "Adoptez-vous les amendements identiques {numbers} ?",
  "ballot.question.sub-amendment": "Adoptez-vous le sous-amendement {numbers} ?",
  "ballot.question.sub-amendments": "Adoptez-vous les sous-amendements identiques {numbers} ?",
  "ballot.question.block": "Adoptez-vous en bloc les amendements {numbers} ?",
  "ballot.question.text": "Adoptez-vous l’ensemble du texte « {title} » ?",
  "ballot.not-evident": "La majorité n’est pas évidente : on compte.",
  "shell.skip": "Aller au contenu",
} as const;
