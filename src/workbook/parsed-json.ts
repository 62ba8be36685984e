import type * as z from 'zod/mini';

/** The value that a stored JSON text holds, if it is what the schema says; null for anything else. */
export function parsedJson<T>(schema: z.ZodMiniType<T>, text: string | null): T | null {
  const value = text === null ? null : jsonOf(text);
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Cells can be edited by anybody: a text that is no JSON is a value that no schema takes.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
