import { kept, Table } from '../../ui/index.ts';
import type { Rule } from '../rulebook.ts';
import { daysInWords, keyInWords, valueInWords } from './rule-words.ts';

/** The rules that a figure rests on, each leading to its own page. */
export const RuleTable = ({ rules, caption = 'Rules used' }: { rules: Rule[]; caption?: string }) => (
  <Table
    caption={caption}
    quietCaption
    columns={[
      { key: 'rule', label: 'Rule' },
      { key: 'value', label: 'Says', nowrap: true },
      { key: 'days', label: 'In force', nowrap: true },
      { key: 'source', label: 'Source' },
    ]}
    rows={rules.map((rule) => ({
      rule: <a href={`/filings/rules/${rule.id}`}>{keyInWords(rule.key)}</a>,
      value: valueInWords(rule),
      days: daysInWords(rule),
      source: (
        <span>
          {kept(rule.source)} <span class="soft">(evidence {rule.evidence})</span>
        </span>
      ),
    }))}
  />
);
