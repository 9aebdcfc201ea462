/** What the minutes and the journal say of each act, in the words of whoever keeps them. No person is named. */
export const minutes = {
  "minutes.clock.steppedBack": {
    one: "L’horloge de la machine est revenue d’une seconde en arrière ; les actes gardent l’ordre de leurs numéros.",
    other:
      "L’horloge de la machine est revenue de {count} secondes en arrière ; les actes gardent l’ordre de leurs numéros.",
  },
  "minutes.record.restored": "La rencontre reprend à partir d’une sauvegarde.",

  "minutes.gathering.created": "La rencontre est ouverte.",
  "minutes.gathering.set": "Un réglage change ({key}) : « {before} » devient « {after} ».",
  "minutes.gathering.closed": "La rencontre est close.",
  "minutes.ending.none": "Aucune déclaration n’a été adoptée.",
  "minutes.ending.published": {
    one: "Une déclaration a été publiée : {titles}.",
    other: "{count} déclarations ont été publiées : {titles}.",
  },
  "minutes.ending.head": "Le journal de la rencontre compte {count} actes. Code de son dernier acte : {code}.",

  "minutes.role.granted": { one: "Est confiée : {roles}.", other: "Sont confiées : {roles}." },
  "minutes.role.revoked": { one: "Est retirée : {roles}.", other: "Sont retirées : {roles}." },
  "minutes.role.places": { one: "une place ({role})", other: "{count} places ({role})" },
  "minutes.role.organiser": "organisation",
  "minutes.role.chair": "animation de séance",
  "minutes.role.secretary": "secrétariat",
  "minutes.role.teller": "scrutateur·rice",
  "minutes.role.drafter": "rédaction",
  "minutes.role.delegate": "délégué·e mandaté·e",
  "minutes.role.observer": "observateur·rice",
  "minutes.role.other": "autre",
  "minutes.code.revoked": { one: "Un code d’entrée est remplacé.", other: "{count} codes d’entrée sont remplacés." },
  "minutes.person.erased": {
    one: "Le nom et le contact d’une personne sont effacés.",
    other: "Les noms et les contacts de {count} personnes sont effacés.",
  },

  "minutes.delegation.admitted": {
    one: "Est inscrite : {names}.",
    other: "Sont inscrites {count} délégations : {names}.",
  },
  "minutes.delegation.renamed": "Une délégation change de nom : {name}.",
  "minutes.delegation.withdrawn": {
    one: "N’est plus inscrite : {names}.",
    other: "Ne sont plus inscrites : {names}.",
  },
  "minutes.delegation.arrived": { one: "Est arrivée : {names}.", other: "Sont arrivées : {names}." },
  "minutes.delegation.left": { one: "Est partie : {names}.", other: "Sont parties : {names}." },

  "minutes.agenda.added": {
    one: "Est inscrit au programme : {titles}.",
    other: "Sont inscrits au programme : {titles}.",
  },
  "minutes.agenda.changed": {
    one: "Est modifié au programme : {titles}.",
    other: "Sont modifiés au programme : {titles}.",
  },
  "minutes.agenda.removed": {
    one: "Est retiré du programme : {titles}.",
    other: "Sont retirés du programme : {titles}.",
  },
  "minutes.agenda.started": "L’assemblée aborde le point {title}.",
  "minutes.agenda.ended": "Le point {title} est terminé.",
  "minutes.agenda.reserved": "Le point {title} est réservé.",
  "minutes.agenda.title": "« {title} »",
  "minutes.agenda.erased": "(effacé)",

  "minutes.text.untitled": "sans titre",
  "minutes.text.created": "La rédaction du texte « {title} » est ouverte.",
  "minutes.text.createdDraft": "La rédaction d’un texte est ouverte.",
  "minutes.text.withdrawn": "Le texte « {title} » est retiré.",
  "minutes.text.withdrawnDraft": "Un texte en cours de rédaction est retiré.",
  "minutes.text.untabled": "Le dépôt du texte « {title} » est repris : il retourne à la rédaction.",
  "minutes.text.tabled": "Le texte « {title} » est déposé dans sa version {version}, empreinte {code}.",
  "minutes.text.corrected": "Le texte « {title} » reçoit une correction de forme ; il est à sa version {version}.",
  "minutes.text.adopted": "Le texte « {title} » est adopté dans sa version {version}, empreinte {code}.",
  "minutes.text.rejected": "Le texte « {title} » est rejeté.",

  "minutes.ballot.opened":
    "Le scrutin {number} est ouvert, {rule}. {who} inscrites : {enrolled} ; présentes : {present}. Code du scrutin : {code}.",
  "minutes.who.delegation": "Délégations",
  "minutes.who.delegate": "Personnes mandatées",
  "minutes.who.person": "Personnes",
  "minutes.ballot.weights": "Chaque délégation a autant de voix que de places au mandat.",
  "minutes.ballot.proxies": "Les procurations sont admises ; qui est représentée compte parmi les présentes.",
  "minutes.ballot.split": "Une délégation peut partager ses voix.",
  "minutes.ballot.secret": "Il est secret ; il faut au moins {least} bulletins pour le clore.",
  "minutes.ballot.unencrypted":
    "Le réseau n’est pas chiffré : qui le partage peut lire les bulletins ; l’animation l’a confirmé en toutes lettres.",
  "minutes.ballot.closed":
    "Le scrutin {number} est clos. Pour : {pour} ; contre : {contre} ; abstentions : {abstention} ; ne prennent pas part au vote : {nppv}.",
  "minutes.ballot.evident-for":
    "Le scrutin {number} est clos. À main levée, la présidence constate une majorité évidente pour ; personne n’a compté.",
  "minutes.ballot.evident-against":
    "Le scrutin {number} est clos. À main levée, la présidence constate une majorité évidente contre ; personne n’a compté.",
  "minutes.ballot.closedConsent":
    "Le scrutin {number} est clos. Consentements : {consent} ; avec réserve : {reservation} ; objections : {objection} ; abstentions : {abstention} ; ne prennent pas part au vote : {nppv}.",
  "minutes.ballot.closedOptions":
    "Le scrutin {number} est clos. Exprimés : {expressed} ; abstentions : {abstention} ; ne prennent pas part au vote : {nppv}.",
  "minutes.ballot.elected": {
    one: "Le résultat du scrutin {number} est proclamé. Option retenue : {names}.",
    other: "Le résultat du scrutin {number} est proclamé. Options retenues : {names}.",
  },
  "minutes.ballot.tie": {
    one: "Le scrutin {number} se termine à égalité ({names}) ; l’assemblée décide.",
    other: "Le scrutin {number} se termine à égalité entre {names} ; l’assemblée décide.",
  },
  "minutes.ballot.consent": "Au scrutin {number}, l’assemblée consent.",
  "minutes.ballot.reservations": "Au scrutin {number}, l’assemblée consent, avec des réserves.",
  "minutes.ballot.objections": "Au scrutin {number}, il n’y a pas consentement : au moins une objection est maintenue.",
  "minutes.ballot.indicative": "La température est prise par le scrutin {number} : rien n’est décidé.",
  "minutes.method.choice": "par le choix d’une option parmi {options}",
  "minutes.method.approval": "par approbation, {options} options",
  "minutes.method.majority-judgment": "par jugement majoritaire, {options} options",
  "minutes.method.schulze": "par classement de {options} options, méthode de Schulze",
  "minutes.method.instant-runoff": "par classement de {options} options, éliminées tour par tour",
  "minutes.method.stv": {
    one: "par classement de {options} options pour {count} place, vote unique transférable",
    other: "par classement de {options} options pour {count} places, vote unique transférable",
  },
  "minutes.method.temperature": "pour prendre la température, {options} réponses",
  "minutes.method.evident": "à main levée et à vue, à la majorité simple",
  "minutes.method.consent": "par consentement",
  "minutes.ballot.adopted": "Le résultat du scrutin {number} est proclamé : adopté.",
  "minutes.ballot.rejected": "Le résultat du scrutin {number} est proclamé : rejeté.",
  "minutes.ballot.no-result":
    "Le scrutin {number} est sans résultat, aucun suffrage n’ayant été exprimé. Rien ne change.",
  "minutes.ballot.no-quorum": "Le quorum n’est pas atteint au scrutin {number}. Rien ne change.",
  "minutes.ballot.cancelled": "Le scrutin {number} est arrêté avant sa clôture ; ses bulletins ne sont pas comptés.",
  "minutes.ballot.annulled": "Le scrutin {number} est annulé : il ne compte plus.",
  "minutes.ballot.replaces": "Il remplace le scrutin {number}, annulé.",
  "minutes.rule.simple": "à la majorité simple",
  "minutes.rule.atLeast": "à la majorité des {part} {of}",
  "minutes.rule.moreThan": "à la majorité de plus de {part} {of}",
  "minutes.rule.half": "la moitié",
  "minutes.rule.twoThirds": "deux tiers",
  "minutes.rule.threeQuarters": "trois quarts",
  "minutes.rule.fourFifths": "quatre cinquièmes",
  "minutes.rule.of.expressed": "des suffrages exprimés",
  "minutes.rule.of.cast": "des votes, abstentions comprises",
  "minutes.rule.of.present": "des délégations présentes",
  "minutes.rule.of.enrolled": "des délégations inscrites",
  "minutes.rule.quorumPresent": ", avec un quorum de présence ({part} des inscrites)",
  "minutes.rule.quorumVoted": ", avec un quorum de participation ({part} des inscrites)",

  "minutes.amendment.submitted": {
    one: "Est déposé sur le texte « {title} » : l’amendement {list}.",
    other: "Sont déposés sur le texte « {title} » : les amendements {list}.",
  },
  "minutes.amendment.numbered": "{number} ({delegation})",
  "minutes.amendment.revised": {
    one: "Est rectifié par sa délégation : l’amendement {list}.",
    other: "Sont rectifiés par leur délégation : les amendements {list}.",
  },
  "minutes.amendment.divided": {
    one: "Divisé par la présidence, qui garde ce qui tient encore : l’amendement {list}.",
    other: "Divisés par la présidence, qui garde ce qui tient encore : les amendements {list}.",
  },
  "minutes.amendment.withdrawn": {
    one: "L’amendement {list} est retiré.",
    other: "Les amendements {list} sont retirés.",
  },
  "minutes.amendment.inadmissible": {
    one: "La présidence déclare irrecevable l’amendement {list}.",
    other: "La présidence déclare irrecevables les amendements {list}.",
  },
  "minutes.amendment.deadlineSet": "Les amendements au texte « {title} » se déposent jusqu’à {when}.",
  "minutes.amendment.deadlineLifted": "Le dépôt d’amendements au texte « {title} » n’a plus d’heure limite.",
  "minutes.amendment.takenOver": "L’amendement {label}, retiré par {from}, est repris par {delegation}.",
  "minutes.amendment.cosigned": {
    one: "Cosigne l’amendement {label} : {list}.",
    other: "Cosignent l’amendement {label} : {list}.",
  },
  "minutes.amendment.uncosigned": {
    one: "Ne cosigne plus l’amendement {label} : {list}.",
    other: "Ne cosignent plus l’amendement {label} : {list}.",
  },
  "minutes.amendment.called": {
    one: "L’amendement {list} est appelé.",
    other: "Les amendements {list} sont appelés.",
  },
  "minutes.amendment.reserved": {
    one: "L’amendement {list} est réservé.",
    other: "Les amendements {list} sont réservés.",
  },
  "minutes.amendment.notMoved": {
    one: "L’amendement {list} n’est pas soutenu.",
    other: "Les amendements {list} ne sont pas soutenus.",
  },
  "minutes.amendment.reordered": "Les amendements du texte « {title} » seront appelés dans l’ordre suivant : {list}.",
  "minutes.amendment.orderRestored":
    "Les amendements du texte « {title} » sont de nouveau appelés dans l’ordre du texte.",
  "minutes.amendment.draftingGroup": "Le groupe de rédaction",
  "minutes.amendment.opined.favourable": {
    one: "{who} est favorable à l’amendement {list}.",
    other: "{who} est favorable aux amendements {list}.",
  },
  "minutes.amendment.opined.unfavourable": {
    one: "{who} est défavorable à l’amendement {list}.",
    other: "{who} est défavorable aux amendements {list}.",
  },
  "minutes.amendment.opined.wisdom": {
    one: "{who} s’en remet à la sagesse de l’assemblée sur l’amendement {list}.",
    other: "{who} s’en remet à la sagesse de l’assemblée sur les amendements {list}.",
  },
  "minutes.amendment.opined.withdrawalAsked": {
    one: "{who} demande le retrait de l’amendement {list}.",
    other: "{who} demande le retrait des amendements {list}.",
  },
  "minutes.amendment.opined.satisfied": {
    one: "{who} tient l’amendement {list} pour satisfait.",
    other: "{who} tient les amendements {list} pour satisfaits.",
  },
  "minutes.amendment.adopted": {
    one: "L’amendement {list} est adopté ; le texte passe à la version {version}.",
    other: "Les amendements {list} sont adoptés ; le texte passe à la version {version}.",
  },
  "minutes.amendment.rejected": {
    one: "L’amendement {list} est rejeté.",
    other: "Les amendements {list} sont rejetés.",
  },
  "minutes.amendment.undone-adopted": {
    one: "L’amendement {list} n’est plus adopté : ses mots sortent du texte, qui passe à la version {version}. Il peut être voté de nouveau.",
    other:
      "Les amendements {list} ne sont plus adoptés : leurs mots sortent du texte, qui passe à la version {version}. Ils peuvent être votés de nouveau.",
  },
  "minutes.amendment.undone-rejected": {
    one: "L’amendement {list} n’est plus rejeté. Il peut être voté de nouveau.",
    other: "Les amendements {list} ne sont plus rejetés. Ils peuvent être votés de nouveau.",
  },
  "minutes.amendment.live": {
    one: "L’amendement {list} vaut de nouveau comme il a été déposé.",
    other: "Les amendements {list} valent de nouveau comme ils ont été déposés.",
  },
  "minutes.sub-amendment.live": {
    one: "Le sous-amendement {list} vaut de nouveau comme il a été déposé.",
    other: "Les sous-amendements {list} valent de nouveau comme ils ont été déposés.",
  },
  "minutes.sub-amendment.submitted": {
    one: "Est déposé sur l’amendement {number} : le sous-amendement {list}.",
    other: "Sont déposés sur l’amendement {number} : les sous-amendements {list}.",
  },
  "minutes.sub-amendment.withdrawn": {
    one: "Le sous-amendement {list} est retiré.",
    other: "Les sous-amendements {list} sont retirés.",
  },
  "minutes.sub-amendment.inadmissible": {
    one: "Le sous-amendement {list} est déclaré irrecevable.",
    other: "Les sous-amendements {list} sont déclarés irrecevables.",
  },
  "minutes.sub-amendment.called": {
    one: "Le sous-amendement {list} est appelé.",
    other: "Les sous-amendements {list} sont appelés.",
  },
  "minutes.sub-amendment.reserved": {
    one: "Le sous-amendement {list} est réservé.",
    other: "Les sous-amendements {list} sont réservés.",
  },
  "minutes.sub-amendment.notMoved": {
    one: "Le sous-amendement {list} n’est pas soutenu.",
    other: "Les sous-amendements {list} ne sont pas soutenus.",
  },
  "minutes.sub-amendment.adopted": {
    one: "Le sous-amendement {list} est adopté ; l’amendement {number} est sous-amendé.",
    other: "Les sous-amendements {list} sont adoptés ; l’amendement {number} est sous-amendé.",
  },
  "minutes.sub-amendment.rejected": {
    one: "Le sous-amendement {list} est rejeté.",
    other: "Les sous-amendements {list} sont rejetés.",
  },
  "minutes.sub-amendment.fallen": {
    one: "Le sous-amendement {list} tombe.",
    other: "Les sous-amendements {list} tombent.",
  },
  "minutes.sub-amendment.satisfied": {
    one: "Le sous-amendement {list} est satisfait.",
    other: "Les sous-amendements {list} sont satisfaits.",
  },
  "minutes.sub-amendment.altered": {
    one: "Le sous-amendement {list} porte désormais sur des mots qui ont changé.",
    other: "Les sous-amendements {list} portent désormais sur des mots qui ont changé.",
  },
  "minutes.amendment.fallen": { one: "L’amendement {list} tombe.", other: "Les amendements {list} tombent." },
  "minutes.amendment.satisfied": {
    one: "L’amendement {list} est satisfait.",
    other: "Les amendements {list} sont satisfaits.",
  },
  "minutes.amendment.altered": {
    one: "L’amendement {list} porte désormais sur des mots qui ont changé.",
    other: "Les amendements {list} portent désormais sur des mots qui ont changé.",
  },

  "minutes.declaration.signed": {
    one: "Signe la déclaration « {title} » : {names}.",
    other: "Signent la déclaration « {title} » : {names}.",
  },
  "minutes.declaration.signedWithReservation": "Signe la déclaration « {title} », avec réserve : {name}.",
  "minutes.declaration.declined": {
    one: "Ne signe pas la déclaration « {title} » : {names}.",
    other: "Ne signent pas la déclaration « {title} » : {names}.",
  },
  "minutes.declaration.published": "La déclaration « {title} » est publiée, empreinte {code}.",

  "minutes.behalf": "Acte fait au nom de la délégation par l’équipe de séance ({role}).",
} as const;
