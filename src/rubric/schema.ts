import * as z from 'zod/mini';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Ids outlive wording: stored answers, rows and releases refer to them. */
export const itemId = z.string().check(z.regex(/^[A-Z]{2,4}-\d{2}$/, 'an item id looks like ORG-01'));
export const domainId = z.string().check(z.regex(/^[A-Z]{2,4}$/, 'a domain id looks like ORG'));
export const rubricId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, 'a rubric id is lower case, like jsp'));
export const rubricVersion = z
  .string()
  .check(z.regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/, 'a version looks like 1.0.0'));

/** The six steps of the scale, CMMI names; `reportedAs` is the label that press reports quote from MDIC, if any. */
const levelSchema = z.strictObject({
  level: z.int().check(z.gte(0), z.lte(5)),
  name: text(40),
  reportedAs: z.optional(text(40)),
  meaning: text(300),
});

/** The workbook counts by name: COUNTIFS takes `*`, `?` and `~` for a pattern and a leading `<`, `>` or `=` for a comparison. */
const domainName = text(60).check(z.regex(/^[^*?~<>=][^*?~]*$/));
const domainSchema = z.strictObject({ id: domainId, name: domainName, about: text(400) });

/** `survey`: a report names the topic as asked in 2022. `page`: on MDIC's project page. `jsp`: a secondary source says JSP v1 or JSP2 has it. `inferred`: added here. */
export const provenanceStatus = z.enum(['survey', 'page', 'jsp', 'inferred']);

const itemSchema = z.strictObject({
  id: itemId,
  domain: domainId,
  title: text(100),
  question: text(300),
  levels: z.array(text(300)).check(z.length(6)),
  evidence: z.array(text(200)).check(z.minLength(1)),
  references: z.array(z.strictObject({ text: text(200), confirmed: z.boolean() })),
  provenance: z.strictObject({ status: provenanceStatus, basis: text(400), derivedFrom: text(400) }),
});

/** One rubric file: what is asked, in one language. */
export const rubricSchema = z.strictObject({
  schema: z.literal('jsp-rubric/1'),
  id: rubricId,
  version: rubricVersion,
  language: z.string().check(z.minLength(2), z.maxLength(35)),
  title: text(120),
  notice: text(600),
  levels: z.array(levelSchema).check(z.length(6)),
  domains: z.array(domainSchema).check(z.minLength(1), z.maxLength(8)),
  /** Short names used in references, with the document they stand for. */
  abbreviations: z.optional(z.record(text(20), text(300))),
  items: z.array(itemSchema).check(z.minLength(1), z.maxLength(200)),
});

export type Rubric = z.infer<typeof rubricSchema>;
export type RubricItem = Rubric['items'][number];
export type RubricDomain = Rubric['domains'][number];
export type ItemId = string;
export type DomainId = string;
