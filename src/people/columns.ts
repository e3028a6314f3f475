/** The columns of the members import, in the order of the template. */
export const COLUMNS = [
  'first_name',
  'last_name',
  'kind',
  'title',
  'organization',
  'region',
  'district_nces',
  'district',
  'mobile',
  'email',
  'email_is_public',
  'zone',
  'sms_consent_on',
  'sms_consent_source',
  'groups',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
/** Which header of the file holds which column; an empty text says that the file has no such column. */
export type Mapping = Partial<Record<ColumnName, string>>;

/** What offices and their spreadsheets call the columns, without spaces and marks. */
const SYNONYMS: Record<ColumnName, string[]> = {
  first_name: ['first', 'given', 'givenname', 'fname', 'forename'],
  last_name: ['last', 'surname', 'family', 'familyname', 'lname'],
  kind: ['membertype', 'membershiptype', 'type', 'category', 'role', 'membercategory', 'membershipcategory'],
  title: ['jobtitle', 'position', 'positiontitle'],
  organization: ['association', 'affiliate', 'org'],
  region: ['regionname', 'area', 'regionalassociation'],
  district_nces: ['nces', 'ncesid', 'ncesdistrictid', 'leaid', 'lea', 'districtid', 'ncesleaid'],
  district: [
    'districtname',
    'schooldistrict',
    'schooldistrictname',
    'leaname',
    'school',
    'employer',
    'company',
  ],
  mobile: [
    'cell',
    'cellphone',
    'mobilephone',
    'mobilenumber',
    'cellnumber',
    'cellular',
    'phone',
    'phonenumber',
    'telephone',
    'textnumber',
  ],
  email: ['emailaddress', 'mail', 'workemail', 'officeemail', 'primaryemail', 'email1'],
  email_is_public: ['publicemail', 'emailpublic', 'publicaddress'],
  zone: ['timezone', 'tz'],
  sms_consent_on: [
    'textconsenton',
    'consentdate',
    'smsconsent',
    'smsconsentdate',
    'textconsentdate',
    'optindate',
    'smsoptindate',
  ],
  sms_consent_source: ['consentsource', 'textconsentsource', 'optinsource', 'smsoptinsource'],
  groups: ['group', 'committees', 'committee', 'tags', 'lists'],
};

const bare = (header: string) => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * Guesses which header holds which column. An exact name wins, then the synonyms in their order; a header
 * serves one column only.
 * @param given what a person chose, which is never overruled
 */
export const guessMapping = (header: string[], given: Mapping = {}): Mapping => {
  const mapping: Mapping = {};
  const free = new Set(header);
  const take = (column: ColumnName, name: string) => {
    mapping[column] = name;
    free.delete(name);
  };
  for (const column of COLUMNS) {
    const chosen = given[column];
    if (chosen === '') mapping[column] = '';
    else if (chosen !== undefined) take(column, chosen);
  }
  const open = () => COLUMNS.filter((column) => mapping[column] === undefined);
  for (const column of open()) {
    const exact = [...free].find((name) => bare(name) === bare(column));
    if (exact !== undefined) take(column, exact);
  }
  for (const column of open()) {
    const match = SYNONYMS[column].flatMap((word) => [...free].filter((name) => bare(name) === word))[0];
    if (match !== undefined) take(column, match);
  }
  return mapping;
};
