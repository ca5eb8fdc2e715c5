/** Nodes of JSON-LD that are said, and those that are only named. */
export function namesIn(graph: unknown): { said: Set<string>; named: Set<string> } {
  const [said, named] = [new Set<string>(), new Set<string>()];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    const { '@id': id, ...rest } = value as Record<string, unknown>;
    if (typeof id === 'string') (Object.keys(rest).length > 0 ? said : named).add(id);
    Object.values(rest).forEach(look);
  };
  look(graph);
  return { said, named };
}
