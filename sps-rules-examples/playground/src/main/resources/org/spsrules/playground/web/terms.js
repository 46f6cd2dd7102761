// Terms of the vocabulary, offered while one types.

/** Terms of the vocabulary that begin like the word before the cursor. */
export function named(concepts, before, explicit) {
  const typed = /[\w-]*$/.exec(before)[0];
  if (typed.length < 2 && !explicit) return null;
  return { typed: typed.length, options: concepts.map((concept) => ({ label: concept.code, detail: concept.name, type: concept.kind })) };
}
