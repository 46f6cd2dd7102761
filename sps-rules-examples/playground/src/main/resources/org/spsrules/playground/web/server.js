// What the page asks of the service. Of questions of one kind only the last one is still of interest.

const running = new Map();

export class Refused extends Error {}

export async function ask(what, question, kind = what) {
  running.get(kind)?.abort();
  const mine = new AbortController();
  running.set(kind, mine);
  let response;
  try {
    response = await fetch(`/playground/${what}`, {
      method: question ? "POST" : "GET",
      headers: question ? { "Content-Type": "application/json" } : {},
      body: question ? JSON.stringify(question) : undefined,
      signal: mine.signal,
    });
  } catch (failure) {
    if (mine.signal.aborted) throw failure;
    throw new Refused("The service does not answer. Is sps serve still running?");
  }
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error);
  return answer;
}

/** Does something soon, and only once if it is wanted several times until then. */
export function soon(milliseconds, work) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}

/** Runs what may be overtaken or refused. */
export async function attempt(work, refused) {
  try {
    await work();
  } catch (failure) {
    if (failure.name === "AbortError") return;
    refused(failure instanceof Refused ? failure.message : "The page itself failed. Reload it, and report this if it stays.");
    if (!(failure instanceof Refused)) console.error(failure);
  }
}
