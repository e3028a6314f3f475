import type { MemberDetail } from '../../people/index.ts';
import {
  ConfirmPanel,
  ConsoleLayout,
  DefinitionList,
  Notice,
  PageHead,
  TextField,
  type Frame,
} from '../../ui/index.ts';

interface Props {
  frame: Frame;
  member: MemberDetail;
  errors: Record<string, string>;
}

/** Asks for the name before a member is erased, and says what goes and what stays. */
export const ErasePage = ({ frame, member, errors }: Props) => {
  const name = `${member.firstName} ${member.lastName}`;
  const count = member.contactPoints.length;
  const points = `${count} ${count === 1 ? 'number or address' : 'numbers and addresses'}`;
  return (
    <ConsoleLayout {...frame} title={`Erase ${name}`} current="members">
      <PageHead
        back={{ href: `/members/${member.id}/export`, label: 'Everything held about them' }}
        title={`Erase ${name}`}
        sub="For a member who asks for it. To end membership alone, choose Edit and let them leave."
      />
      <Notice tone="warn" title="This cannot be undone">
        Nobody here can bring back what is erased.
      </Notice>
      <ConfirmPanel
        kind="danger"
        question="What goes and what stays"
        consequence={
          <DefinitionList
            items={[
              {
                term: 'Goes',
                value: `Name, title, district and zone; ${points}; every word they wrote to us and we wrote to them alone, with stored originals; notes about them, in conversations, contact reports and the log; how they stood in imported files; the links of their pages.`,
              },
              {
                term: 'Stays',
                value:
                  'That somebody was asked and answered, so that counts stay true; which official was spoken with, when and about which bill; the consent ledger, where a number is a hash that names nobody; the journal, which holds ids; filed reports, whole, and where they name somebody as a lobbyist by law, the name there.',
              },
              {
                term: 'Stays closed',
                value:
                  'Their numbers and addresses, as hashes: a new import does not reach them. What another member shares stays open for that member.',
              },
              { term: 'For a while', value: 'Backups of the database keep the old rows until they expire.' },
            ]}
          />
        }
        action={`/members/${member.id}/erase`}
        label="Erase for good"
        cancelHref={`/members/${member.id}`}
      >
        <TextField
          name="name"
          label="Type the member’s name"
          hint={`${name}. Large or small letters do not matter.`}
          error={errors.name}
          autocomplete="off"
        />
      </ConfirmPanel>
    </ConsoleLayout>
  );
};
