/** A JSON schema as Twilio's API description uses it. */
interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

export interface ApiDescription {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const RFC_2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/;

function ofType(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function textFaults(schema: Schema, value: string, at: string): string[] {
  const faults: string[] = [];
  if (schema.pattern && !new RegExp(schema.pattern).test(value))
    faults.push(`${at} breaks ${schema.pattern}`);
  if (value.length < (schema.minLength ?? 0)) faults.push(`${at} is too short`);
  if (value.length > (schema.maxLength ?? Infinity)) faults.push(`${at} is too long`);
  if (schema.format === 'date-time-rfc-2822' && !RFC_2822.test(value)) faults.push(`${at} is not RFC 2822`);
  if (schema.format === 'currency' && !/^[A-Z]{3}$/.test(value)) faults.push(`${at} is not a currency`);
  return faults;
}

/** Every way in which a value breaks a schema; properties that the schema does not name count too. */
export function breaches(api: ApiDescription, schema: Schema, value: unknown, at = '$'): string[] {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return breaches(api, api.components.schemas[name]!, value, at);
  }
  if (value === null) return schema.nullable ? [] : [`${at} is null`];
  if (schema.type && !ofType(schema.type, value)) return [`${at} is not ${schema.type}`];
  if (schema.enum && !schema.enum.includes(value))
    return [`${at} is not one of its words: ${JSON.stringify(value)}`];
  if (typeof value === 'string') return textFaults(schema, value, at);
  if (Array.isArray(value) && schema.items) {
    return value.flatMap((item, i) => breaches(api, schema.items!, item, `${at}[${i}]`));
  }
  if (!schema.properties) return [];
  const given = Object.entries(value as Record<string, unknown>);
  const wanted = Object.keys(schema.properties).filter((key) => !given.some(([name]) => name === key));
  return [
    ...wanted.map((key) => `${at}.${key} is missing`),
    ...given.flatMap(([key, item]) => {
      const known = schema.properties![key];
      return known ? breaches(api, known, item, `${at}.${key}`) : [`${at}.${key} is unknown to Twilio`];
    }),
  ];
}

/** The schema of an operation's JSON answer. */
export function answerSchema(api: ApiDescription, path: string, method: string, status: number): Schema {
  const schema = api.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`Twilio describes no ${status} of ${method} ${path}.`);
  return schema;
}

/** The names of the form fields that an operation takes. */
export function formFields(api: ApiDescription, path: string, method: string): string[] {
  const content = api.paths[path]?.[method]?.requestBody?.content;
  return Object.keys(content?.['application/x-www-form-urlencoded']?.schema.properties ?? {});
}
