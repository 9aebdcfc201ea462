import { fetchView, type LivePage } from "../enhance/index.ts";
import type { AnyView } from "../page/index.ts";

/** How long a version stands while the history plays: long enough to see what is new in it. */
const standsMs = 1_500;

/**
 * Goes through a text's history on the page of one version: the slider shows where one stands, the button plays on from
 * there to the end. The address follows, so that it can be given to others.
 */
export function goThrough(page: LivePage): void {
  const player = { wanted: 0, playing: false };

  const show = async (stop: number): Promise<boolean> => {
    player.wanted = stop;
    const view = page.view();
    const version = stopsOf(view)[stop];
    if (version === undefined) return false;
    const path = view.shell.path.replace(/[^/]*$/u, String(version));
    const fetched = await fetchView({ ...view, shell: { ...view.shell, path } });
    // Another one was wished meanwhile.
    if (player.wanted !== stop || typeof fetched === "string" || "refused" in fetched) return false;
    page.show(fetched);
    history.replaceState(null, "", location.pathname.replace(/[^/]*$/u, String(version)));
    const slider = sliderHere();
    if (slider) slider.value = String(stop);
    return true;
  };

  const play = async (): Promise<void> => {
    const slider = sliderHere();
    if (!slider) return;
    const last = Number(slider.max);
    // From the end one begins anew.
    let stop = Number(slider.value) === last ? -1 : Number(slider.value);
    setPlaying(true);
    while (player.playing && stop < last) {
      stop += 1;
      if (!(await show(stop))) break;
      await new Promise((resolve) => setTimeout(resolve, standsMs));
    }
    setPlaying(false);
  };

  const setPlaying = (now: boolean): void => {
    if (player.playing !== now) page.keep(now ? "playing" : null);
    player.playing = now;
  };

  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id !== "scrub") return;
    setPlaying(false);
    void show(Number(target.value));
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("[data-play]")) return;
    if (player.playing) setPlaying(false);
    else void play();
  });
}

const sliderHere = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>("#scrub");

/** The versions at which the view says that one stops. */
function stopsOf(view: AnyView): readonly number[] {
  const stops: unknown = "stops" in view ? view.stops : null;
  return Array.isArray(stops) ? stops.flatMap((stop: unknown) => (isVersion(stop) ? [stop.version] : [])) : [];
}

const isVersion = (stop: unknown): stop is { readonly version: number } =>
  typeof stop === "object" && stop !== null && "version" in stop && typeof stop.version === "number";
