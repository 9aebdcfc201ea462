import { drawnOnce, type PageStates } from "./page-row.ts";

/** The desk: all delegations, one of them, a pasted list. */
export const deskStates: PageStates = {
  "GET /r/:slug/accueil": {
    page: "desk",
    loading: ["desk-loading"],
    empty: ["desk-empty", "desk-none-found"],
    refused: ["desk-refused"],
    offline: ["desk-offline"],
    acts: {
      "delegation.admit": ["desk-empty", "desk"],
      "delegation.arrive": ["desk", "desk-arrived"],
      "delegation.leave": ["desk-arrived", "desk"],
    },
    also: ["desk-of-teller"],
  },
  "GET /r/:slug/accueil/:delegation": {
    page: "delegation-desk",
    loading: ["delegation-desk-loading"],
    empty: ["delegation-desk-nobody"],
    refused: ["delegation-desk-refused"],
    offline: ["delegation-desk-offline"],
    acts: {
      "delegation.arrive": ["delegation-desk", "delegation-desk-arrived"],
      "delegation.leave": ["delegation-desk-arrived", "delegation-desk"],
      "delegation.rename": ["delegation-desk", "delegation-desk-arrived"],
      "delegation.withdraw": ["delegation-desk", "delegation-desk-withdrawn"],
      "delegation.votesBy": ["delegation-desk", "delegation-desk-arrived"],
      "delegation.excuse": ["delegation-desk", "delegation-desk-arrived"],
      "delegation.proxy": ["delegation-desk", "delegation-desk-carried"],
      "delegation.mandate": ["delegation-desk", "delegation-desk-carried"],
      "person.arrive": ["delegation-desk", "delegation-desk-arrived"],
      "person.leave": ["delegation-desk-arrived", "delegation-desk"],
      "person.alternate": ["delegation-desk", "delegation-desk-arrived"],
      "person.proxy": ["delegation-desk", "delegation-desk-carried"],
    },
    also: ["delegation-desk-of-teller"],
  },
  "GET /r/:slug/accueil/liste": {
    page: "delegation-list",
    loading: drawnOnce,
    empty: "it lists nothing: an empty field is how it begins",
    refused: ["delegation-list-refused", "delegation-list-faults"],
    offline: drawnOnce,
    acts: {
      "/r/:slug/accueil/liste": ["delegation-list", "delegation-list-read"],
      "delegation.admit": ["delegation-list-read", "desk"],
    },
    also: [],
  },
};
