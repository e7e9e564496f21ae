import { z } from 'astro/zod';

const sameLength = { error: 'expected as many characters in `becomes` as in `text`', path: ['becomes'] };

/**
 * One decision of an editor: wherever the published `text` stands, the view `to` shows `becomes`.
 * It may say what the conversion says anyway: then it decides a disagreement (`npm run audit:scripts`).
 */
export const scriptExceptionSchema = z
  .strictObject({
    to: z.enum(['hans', 'hant']),
    text: z.string().min(1),
    becomes: z.string().min(1),
    reason: z.string().min(1),
    /** In how many places the words read one by one say otherwise: an editor has read each; one more is a question. */
    overrules: z.int().nonnegative().default(0),
  })
  .refine(({ text, becomes }) => Array.from(text).length === Array.from(becomes).length, sameLength);
export type ScriptException = z.infer<typeof scriptExceptionSchema>;

/** `content/script-exceptions.yaml` */
export const scriptExceptionsSchema = z.array(scriptExceptionSchema);
