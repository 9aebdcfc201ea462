/** The frame of every page. */
export const shell = {
  "app.name": "Cahier",
  "shell.title": "{page} · {gathering}",
  "shell.tabs": "Principale",
  "tab.now": "Maintenant",
  "tab.texts": "Textes",
  "tab.agenda": "Programme",
  "tab.me": "Moi",
  "me.console": "Tribune",

  "foot.label": "Autres papiers",
  "foot.amendments": "Amendements",
  "foot.declarations": "Déclarations",
  "foot.minutes": "Procès-verbal",
  "foot.journal": "Journal",

  "live.live": "En direct",
  "live.connecting": "Connexion",
  "live.offline-since": "Hors ligne depuis {time}",
  "live.page-of": "Page de {time}",

  "said.live": "De nouveau en direct.",
  "said.offline": "Le réseau manque. La page reste lisible.",
  "said.changed": "La page a changé.",

  "form.sending": "Envoi",
  "form.offline": "Le réseau manque. Vos mots restent ici ; réessayez quand il revient.",

  "sign.colon": " :",
  "page.not-encrypted": "Réseau non chiffré : qui partage ce Wi-Fi peut lire ce que vous envoyez.",
} as const;
