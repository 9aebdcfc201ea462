/** Who is there: home, sign-in, desk, codes. */
export const people = {
  "home.title": "Rencontres",
  "home.empty": "Aucune rencontre n’est encore ouverte ici.",
  "home.empty-hint": "Qui organise ouvre la première avec le lien que le serveur a écrit au démarrage.",
  "home.closed": "Close",
  "home.from": "à {place}, à partir du {date}",

  "enter.title": "Entrer",
  "enter.code": "Votre code",
  "enter.code-hint": "Onze lettres et chiffres, sur le papier reçu à l’accueil. Les tirets ne comptent pas.",
  "enter.submit": "Entrer",
  "enter.without": "Sans code, tout ce qui est public se lit sans rien demander.",
  "enter.public": "Lire sans code",

  "refusal.title": "Ce n’est pas possible",
  "refusal.title-not-found": "Page introuvable",
  "refusal.title-code": "Il faut un code",
  "refusal.title-again": "Un instant",
  "refusal.back": "Revenir à Maintenant",
  "refusal.home": "Revenir à l’accueil",
} as const;
