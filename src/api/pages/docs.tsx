import { markdownToHtml } from '../../platform/markdown.ts';
import { DefinitionList, Markdown, PrintLayout, Section, Stack, Table } from '../../ui/index.ts';
import type { ApiDocument, Operation } from '../document.ts';
import type { Schema } from '../endpoint.ts';
import { FAILURES } from '../problem-details.ts';

type DocsPageProps = { document: ApiDocument; network: string };

/** The document for people: groups, what each address takes and answers, examples to copy. */
export const DocsPage = ({ document, network }: DocsPageProps) => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <PrintLayout
      title="API"
      network={network}
      back={{ href: '/', label: 'Home' }}
      sub={
        <>
          For programs. The same as a document for machines: <a href="/api/openapi.json">openapi.json</a>
        </>
      }
    >
      <Markdown html={markdownToHtml(document.info.description)} />
      <nav aria-label="Parts of the API">
        <ul>
          {document.tags.map(({ name }) => (
            <li>
              <a href={`#${anchor(name)}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="#problems">What can fail</a>
          </li>
        </ul>
      </nav>
      {document.tags.map(({ name, description }) => (
        <Section title={name} id={anchor(name)}>
          <Markdown html={markdownToHtml(description)} />
          {operations
            .filter(({ operation }) => operation.tags.includes(name))
            .map((one) => (
              <Address {...one} base={document.servers[0]?.url ?? ''} shapes={document.components.schemas} />
            ))}
        </Section>
      ))}
      <Section title="What can fail" id="problems">
        <Table
          columns={[
            { key: 'status', label: 'Status' },
            { key: 'type', label: 'Type' },
            { key: 'title', label: 'Title' },
          ]}
          rows={Object.entries(FAILURES).map(([name, { status, title }]) => ({
            status: String(status),
            type: <code id={name}>{`/api/docs#${name}`}</code>,
            title,
          }))}
        />
      </Section>
    </PrintLayout>
  );
};

const anchor = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

type AddressProps = {
  path: string;
  method: string;
  operation: Operation;
  base: string;
  shapes: Record<string, Schema>;
};

const Address = ({ path, method, operation, base, shapes }: AddressProps) => {
  const json = operation.requestBody?.content['application/json'];
  const types = Object.keys(operation.requestBody?.content ?? {});
  const fields = json ? rowsOf('', json.schema) : [];
  const parameters = operation.parameters.flatMap((one) => ('name' in one ? [one] : []));
  const isFile = operation.requestBody !== undefined && fields.length === 0;
  const answer = answerOf(operation, shapes);
  return (
    <article aria-labelledby={operation.operationId}>
      <Stack>
        <h3 id={operation.operationId}>{operation.summary}</h3>
        <p>
          <code>
            {method.toUpperCase()} {base}
            {path}
          </code>
        </p>
        {operation.description && <Markdown html={markdownToHtml(operation.description)} />}
        <DefinitionList
          items={[
            {
              term: 'Roles',
              value: operation['x-roles'].map((role) => role.replaceAll('_', ' ')).join(', '),
            },
            { term: 'Scopes', value: ['*', ...operation['x-scopes']].join(', ') },
            ...(isFile ? [{ term: 'Body', value: `The file itself, ${types.join(' or ')}` }] : []),
            ...(answer ? [{ term: 'Answers', value: answer }] : []),
          ]}
        />
        {parameters.length > 0 && (
          <Table
            caption={`Parameters of: ${operation.summary}`}
            quietCaption
            columns={COLUMNS}
            rows={parameters.map((one) => ({
              name: <code>{one.name}</code>,
              kind: one.in === 'path' ? 'in the address' : kindOf(one.schema, '1 or 0'),
              words: `${one.required && one.in !== 'path' ? 'Needed. ' : ''}${one.description ?? ''}`,
            }))}
          />
        )}
        {fields.length > 0 && (
          <Table
            caption={`Fields of: ${operation.summary}`}
            quietCaption
            columns={COLUMNS}
            rows={fields.map(({ name, schema, needed }) => ({
              name: <code>{name}</code>,
              kind: kindOf(schema, 'true or false'),
              words: `${needed ? 'Needed. ' : ''}${schema.description ?? ''}`,
            }))}
          />
        )}
        {operation.requestBody && (
          <pre>
            <code>{curl(method, base + path, isFile ? types : null, json?.example)}</code>
          </pre>
        )}
      </Stack>
    </article>
  );
};

const COLUMNS = [
  { key: 'name', label: 'Name' },
  { key: 'kind', label: 'Kind' },
  { key: 'words', label: 'Meaning' },
];

type Field = { name: string; schema: Schema; needed: boolean };

/** The fields of a body, those within others by their path: `question.options[].label`. */
const rowsOf = (at: string, { properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${at}${key}`;
    const inner = (schema.anyOf ?? [schema]).find((one) => one.properties ?? one.items?.properties);
    const within = inner?.properties
      ? rowsOf(`${name}.`, inner)
      : inner?.items
        ? rowsOf(`${name}[].`, inner.items)
        : [];
    return [{ name, schema, needed: required.includes(key) }, ...within];
  });

/** A schema in a few words: "text", "one of a, b", "list of text". */
const kindOf = (schema: Schema, yesOrNo: string): string => {
  if (schema.anyOf) {
    const kinds = schema.anyOf.filter((one) => one.type !== 'null').map((one) => kindOf(one, yesOrNo));
    return [...new Set(kinds)].join(' or ');
  }
  if (schema.enum)
    return `one of ${schema.enum.map((one) => JSON.stringify(one).replaceAll('"', '')).join(', ')}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items, yesOrNo) : 'values'}`;
  if (schema.type === 'object') return 'object';
  if (schema.format === 'date-time') return 'moment';
  if (schema.type === 'boolean') return yesOrNo;
  if (schema.type === 'integer' || schema.type === 'number') return rangeOf(schema);
  return 'text';
};
const rangeOf = ({ type, minimum, maximum }: Schema): string => {
  const word = type === 'integer' ? 'whole number' : 'number';
  if (minimum !== undefined && maximum !== undefined) return `${word}, ${minimum} to ${maximum}`;
  return word;
};

const answerOf = (operation: Operation, shapes: Record<string, Schema>): string | null => {
  const text = JSON.stringify(operation.responses['200'] ?? operation.responses['201'] ?? {});
  const name = /#\/components\/schemas\/(\w+)/.exec(text)?.[1];
  if (name === undefined) return null;
  const fields = Object.keys(shapes[name]?.properties ?? {}).join(', ');
  return text.includes('next_cursor') ? `data: a list of { ${fields} }, and next_cursor` : `{ ${fields} }`;
};

const curl = (method: string, path: string, file: string[] | null, example: unknown): string =>
  [
    `curl -X ${method.toUpperCase()} '$ADDRESS${path}'`,
    `  -H "Authorization: Bearer $KEY"`,
    ...(file
      ? [
          `  -H 'Content-Type: ${file[0]}'`,
          `  --data-binary @file.${file[0] === 'text/csv' ? 'csv' : 'json'}`,
        ]
      : []),
    ...(file === null && example !== undefined
      ? [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(example, null, 2)}'`]
      : []),
  ].join(' \\\n');
