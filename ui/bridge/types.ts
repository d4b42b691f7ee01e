// Generated from the list of commands in Rust; `./test` says when it is out of date. Do not edit.

/**
 * A row of the journal: one recorded act.
 */
export type ActId = number;

/**
 * One recorded act.
 */
export type ActLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * The name of the operation.
 */
act: string, 
/**
 * Why, where it was asked.
 */
why: string | null, 
/**
 * What it was about, in words.
 */
summary: string, 
/**
 * Whether it stands: false where it was taken back.
 */
stands: boolean, 
/**
 * The act that it has taken back.
 */
takes_back: number | null, 
/**
 * What it has touched, as far as it is still there; the first few.
 */
places: Array<ConcernPlace>, 
/**
 * How many it has touched.
 */
touched: number, };

/**
 * A refusal or a failure.
 */
export type ApiError = { 
/**
 * The key of its sentence, without `error.`.
 */
code: string, 
/**
 * The words for its sentence.
 */
words: { [key in string]: string }, 
/**
 * What kind of failure it is.
 */
trouble: Trouble, };

/**
 * 排序: units, or the posts of one unit, in the order in which they shall stand.
 */
export type Arrange = { 
/**
 * Units that stand beside each other.
 */
organisations: Array<OrganisationId>, 
/**
 * Posts of one unit.
 */
posts: Array<PostId>, };

/**
 * The two kinds of time on every list.
 */
export type At = { 
/**
 * 截至: the day asked about; `None` for today.
 */
on: PartialDate | null, 
/**
 * 按…时的台账: the moment (RFC 3339) at which the register is asked; `None` for now.
 */
known_at: string | null, };

/**
 * Copies the register while it is open.
 */
export type Backup = { 
/**
 * The file to make; it must not be there yet.
 */
path: string, };

/**
 * Records an event of a unit's life.
 */
export type ChangeOrganisation = { 
/**
 * What happens.
 */
what: OrganisationChange, 
/**
 * The day and the paper.
 */
paper: EventPaper, };

/**
 * Records an event of a post's life.
 */
export type ChangePost = { 
/**
 * What happens.
 */
what: PostChange, 
/**
 * The day and the paper.
 */
paper: EventPaper, };

/**
 * Who or what of the register is meant by a printed name.
 */
export type Choice<Id> = { "take": "by_name" } | { "take": "known", "id": Id } | { "take": "new" };

/**
 * All of one kind.
 */
export type ConcernGroup = { 
/**
 * The kind: its name, its sentence and what settles it stand in the catalogue under `concern.<kind>`.
 */
kind: ConcernKind, 
/**
 * One line each.
 */
lines: Array<ConcernLine>, };

/**
 * What kind of thing was found. Its sentence stands in the catalogue under `concern.<kind>`, its name under
 * `concern.<kind>.name`, what would settle it under `concern.<kind>.settle`.
 */
export type ConcernKind = "end-before-start" | "overlap" | "second-headship" | "over-seats" | "same-person" | "ended-unit" | "ended-post" | "ended-person" | "probation-overdue" | "number-gap" | "number-twice" | "dismissal-without-tenure";

/**
 * One thing that was found.
 */
export type ConcernLine = { 
/**
 * The words of its sentence.
 */
words: { [key in string]: string }, 
/**
 * Where it can be settled; the likeliest place first.
 */
places: Array<ConcernPlace>, };

/**
 * A place where something can be settled.
 */
export type ConcernPlace = { 
/**
 * Which.
 */
target: HitTarget, 
/**
 * What it is called.
 */
name: string, };

/**
 * 更正: which entry is wrong, and why.
 */
export type Correction = { 
/**
 * The entry in whose place the paper comes.
 */
order: OrderId, 
/**
 * Why, in the clerk's words; empty until said.
 */
why: string, };

/**
 * How much a register holds.
 */
export type Counts = { persons: number, organisations: number, posts: number, orders: number, tenures: number, drafts: number, };

/**
 * Makes an empty register.
 */
export type CreateRegister = { 
/**
 * The file to make; it must not be there yet.
 */
path: string, 
/**
 * The place whose register it is; may be empty.
 */
place: string, 
/**
 * The unit that keeps it; may be empty.
 */
keeper: string, };

/**
 * Makes a register of an invented county, its orders entered through the same reading as a clerk's.
 */
export type CreateSample = { 
/**
 * The file to make; it must not be there yet.
 */
path: string, 
/**
 * The name under which progress is told and the work can be stopped.
 */
task: string | null, };

/**
 * Describes a unit.
 */
export type DescribeOrganisation = { 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * 单位名称.
 */
name: string, 
/**
 * Former names, short names and other ways of printing it.
 */
other_names: Array<string>, 
/**
 * 上级单位.
 */
parent: OrganisationId | null, 
/**
 * 类别.
 */
kind: string | null, 
/**
 * 排序.
 */
standing: number, };

/**
 * Describes a person.
 */
export type DescribePerson = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * Former names and other ways of writing it.
 */
other_names: Array<string>, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 民族.
 */
ethnicity: string | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * The clerk's own note.
 */
note: string | null, };

/**
 * Describes a post.
 */
export type DescribePost = { 
/**
 * Which.
 */
id: PostId, 
/**
 * 职务名称.
 */
title: string, 
/**
 * 核定.
 */
authorised: number | null, 
/**
 * 正职.
 */
headship: boolean, 
/**
 * Its place in its organisation.
 */
standing: number, };

/**
 * The papers on the desk.
 */
export type Desk = { 
/**
 * The drafts, oldest first.
 */
drafts: Array<DraftLine>, };

/**
 * One way of differing. Its name stands in the catalogue under `difference.<kind>`.
 */
export type DifferenceKind = "only_there" | "only_here" | "different_post" | "different_date";

/**
 * One difference.
 */
export type DifferenceLine = { 
/**
 * In which way; its name stands in the catalogue under `difference.<kind>`.
 */
kind: DifferenceKind, 
/**
 * 姓名.
 */
name: string, 
/**
 * The row of the other roster.
 */
row: number | null, 
/**
 * What the other roster says.
 */
there: ThereLine | null, 
/**
 * What the register says.
 */
here: TenureLine | null, 
/**
 * The person of the register, where that is certain.
 */
person_id: PersonId | null, 
/**
 * The unit and post of the register where it can be settled.
 */
organisation_id: OrganisationId | null, 
/**
 * The post of the register where it can be settled.
 */
post_id: PostId | null, 
/**
 * Who of the register can be meant, where that is not certain.
 */
namesakes: Array<PersonCard>, 
/**
 * The other roster has nobody at all in the unit: it may not cover it.
 */
unit_absent: boolean, };

/**
 * Every difference.
 */
export type Differences = { 
/**
 * The day as of which they were compared.
 */
on: PartialDate, 
/**
 * Tenures in which both agree.
 */
same: number, 
/**
 * The differences in standing order.
 */
rows: Array<DifferenceLine>, 
/**
 * Rows that could not be compared.
 */
left: Array<LeftRow>, };

/**
 * A document number as printed (`青政人〔2023〕1号`) and its parts where it has the usual three.
 * A decree counted in words (`第七十二号`) has its text only.
 */
export type DocumentNumber = { 
/**
 * As printed, without the blanks that only lay out the line.
 */
text: string, 
/**
 * 机关代字: `青政人`.
 */
code: string | null, 
/**
 * The year in the brackets.
 */
year: number | null, 
/**
 * 序号: `1`.
 */
serial: number | null, };

/**
 * A paper on the desk. All spans count in `text`, which holds this paper alone.
 */
export type Draft = { 
/**
 * The text of this paper.
 */
text: string, 
/**
 * The name of the file that it came from.
 */
file: string | null, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * 发文字号.
 */
number: DocumentNumber | null, 
/**
 * 标题.
 */
title: string | null, 
/**
 * 发文机关.
 */
issuer: string | null, 
/**
 * 成文日期.
 */
issued_on: PartialDate | null, 
/**
 * 决定机关.
 */
decided_by: string | null, 
/**
 * 决定日期.
 */
decided_on: PartialDate | null, 
/**
 * 任免事项.
 */
items: Array<DraftItem>, 
/**
 * What the reading found; what the register has to say is found anew at each check.
 */
reading_findings: Array<Finding>, 
/**
 * Findings that the clerk has seen and let stand; also clauses marked as no appointment.
 */
accepted: Array<FindingMark>, 
/**
 * Where the paper is read anew because its entry in the register is wrong.
 */
correction?: Correction | null, };

/**
 * A paper on the clerk's desk, not yet registered.
 */
export type DraftId = number;

/**
 * One item of a draft.
 */
export type DraftItem = { 
/**
 * As it was read, or as the clerk has edited it.
 */
item: Item, 
/**
 * Who is meant.
 */
person: Choice<PersonId>, 
/**
 * Which organisation is meant. Of two items with the same printed name the first that chooses decides.
 */
organisation: Choice<OrganisationId>, 
/**
 * Which post of it is meant.
 */
post: Choice<PostId>, 
/**
 * For an ending without a known tenure: since when the post was held, as far as the clerk knows.
 */
held_since: PartialDate | null, 
/**
 * Whether the clerk changed the item or added it.
 */
edited: boolean, };

/**
 * A paper on the desk, on one line.
 */
export type DraftLine = { 
/**
 * Its row.
 */
id: DraftId, 
/**
 * 发文字号.
 */
number: string | null, 
/**
 * 标题.
 */
title: string | null, 
/**
 * 成文日期.
 */
issued_on: PartialDate | null, 
/**
 * The file it came from.
 */
file: string | null, 
/**
 * Items that open a tenure.
 */
appoints: number, 
/**
 * Items that close one.
 */
dismisses: number, 
/**
 * Findings that need the clerk and are not settled.
 */
open_findings: number, 
/**
 * When it was last touched, RFC 3339.
 */
touched_at: string, 
/**
 * Whether it is read anew because its entry in the register is wrong.
 */
correction: boolean, };

/**
 * Means one draft.
 */
export type DraftRef = { 
/**
 * Which.
 */
id: DraftId, };

/**
 * A draft with all that the register has to say of it.
 */
export type DraftSheet = { 
/**
 * Its row.
 */
id: DraftId, 
/**
 * The draft.
 */
draft: Draft, 
/**
 * One for each item of the draft, in its order.
 */
items: Array<ItemSheet>, 
/**
 * In the order of the text; those that speak of no place first.
 */
findings: Array<FindingSheet>, 
/**
 * Items that open a tenure.
 */
appoints: number, 
/**
 * Persons appointed.
 */
appointed_persons: number, 
/**
 * Items that close one.
 */
dismisses: number, 
/**
 * Whether nothing stands that forbids recording: who is meant is clear everywhere, the order is not known yet.
 */
recordable: boolean, };

/**
 * What falls due.
 */
export type Due = "probation" | "term" | "secondment";

/**
 * Something that falls due.
 */
export type DueLine = { 
/**
 * What.
 */
what: Due, 
/**
 * When.
 */
on: PartialDate, 
/**
 * Whether the day is past.
 */
overdue: boolean, 
/**
 * Who.
 */
person_id: PersonId, 
/**
 * Their name.
 */
name: string, 
/**
 * Unit and title.
 */
post: string, };

/**
 * What falls due, the earliest first; what is overdue among it.
 */
export type DueList = { 
/**
 * The day asked about.
 */
on: PartialDate, 
/**
 * Within so many days of it.
 */
within: number, 
/**
 * A line each.
 */
rows: Array<DueLine>, };

/**
 * Asks for what falls due.
 */
export type DueQuery = { 
/**
 * The two kinds of time.
 */
at: At, 
/**
 * Within so many days of the day asked about; a quarter where nothing is said.
 */
within: number | null, };

/**
 * What one item will do once the order is registered.
 */
export type Effect = { "does": "opens" } | { "does": "closes", 
/**
 * Since when; `None` where its start is not known.
 */
since: PartialDate | null, } | { "does": "closes_unknown" } | { "does": "confirms", 
/**
 * Since when; `None` where its start is not known.
 */
since: PartialDate | null, } | { "does": "nothing" };

/**
 * Why a tenure ended. An ending needs a cause that is written down (rule 7).
 */
export type EndCause = "dismissed" | "resigned" | "removed" | "regularised" | "lapsed" | "organisation_ended" | "reappointed" | "probation_failed" | "retired" | "died" | "term_over";

/**
 * 离任登记.
 */
export type EndTenures = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Which posts; empty for all that is open.
 */
posts: Array<PostId>, 
/**
 * Why.
 */
cause: EndCause, 
/**
 * The day and the paper.
 */
paper: EventPaper, };

/**
 * An ending that no order says (离任登记).
 */
export type EndingId = number;

/**
 * One recorded entry of a person.
 */
export type EntryLine = { 
/**
 * Which.
 */
entry: EntryRef, 
/**
 * What it says.
 */
what: EntryWhat, 
/**
 * The day from which it counts; of an opening entry since when, where that is known.
 */
on: PartialDate | null, 
/**
 * Of an opening entry the day on which the post was held.
 */
held_on: PartialDate | null, 
/**
 * The name as the paper prints it; `None` where no paper does.
 */
printed: string | null, 
/**
 * Which post; `None` for an ending of all that was open.
 */
post_id: PostId | null, 
/**
 * Unit and title.
 */
post: string | null, 
/**
 * The clause of its order.
 */
order: PaperLink | null, 
/**
 * Its paper in words, where it is not in the register.
 */
paper: string | null, };

/**
 * The recorded entry that a start, an end or a settlement rests on.
 */
export type EntryRef = { "by": "item", "id": ItemId } | { "by": "opening", "id": OpeningId } | { "by": "ending", "id": EndingId } | { "by": "organisation_event", "id": OrganisationEventId } | { "by": "post_event", "id": PostEventId };

/**
 * What an entry says.
 */
export type EntryWhat = { "of": "item", "kind": ItemKind } | { "of": "opening" } | { "of": "ending", "kind": EndCause };

/**
 * The day of an event and the paper behind it.
 */
export type EventPaper = { 
/**
 * The day.
 */
on: PartialDate, 
/**
 * By which order of the register.
 */
by: OrderId | null, 
/**
 * By which paper, in words.
 */
by_text: string | null, 
/**
 * Why, in the clerk's words.
 */
why: string | null, };

/**
 * Makes a roster's file.
 */
export type ExportRoster = { 
/**
 * What is shown.
 */
query: RosterQuery, 
/**
 * The form.
 */
format: RosterFormat, };

/**
 * A file handed to the clerk: the host saves it where the clerk says.
 */
export type FileAnswer = { 
/**
 * A name to suggest.
 */
name: string, 
/**
 * The MIME type.
 */
media: string, 
/**
 * The bytes in base64.
 */
content: string, };

/**
 * A column of a file.
 */
export type FileColumn = { 
/**
 * Its title; empty where it has none.
 */
title: string, 
/**
 * What it holds, by its title or as the clerk said the last time; `None` where neither tells.
 */
holds: IntakeColumn | null, 
/**
 * Whether the clerk said so the last time.
 */
remembered: boolean, };

/**
 * A row of a file as it stands.
 */
export type FileRow = { 
/**
 * Its number as the spreadsheet program counts.
 */
row: number, 
/**
 * Its cells from the left.
 */
cells: Array<string>, };

/**
 * One finding: what, where in the text, of which item, and the words that its sentence needs.
 */
export type Finding = { 
/**
 * What was found.
 */
code: FindingCode, 
/**
 * Where in the text; `None` where it speaks of the register and not of a place in the text.
 */
source: Span | null, 
/**
 * Which item of the paper, counted from 0.
 */
item: number | null, 
/**
 * The words for its sentence: `{name}` in the catalogue stands for `data["name"]`.
 */
data: { [key in string]: string }, };

/**
 * What was found. The sentence for each stands in the catalogue under `finding.<code>`.
 */
export type FindingCode = "not-understood" | "verb-unaccounted" | "uncertain" | "name-only-in-title" | "count-mismatch" | "head-incomplete" | "person-new" | "person-namesake" | "person-taken" | "person-separate" | "organisation-new" | "organisation-similar" | "post-new" | "post-similar" | "dismissal-without-tenure" | "already-ended" | "confirm-without-tenure" | "already-holds" | "post-full" | "second-headship" | "number-used" | "number-gap" | "order-known" | "earlier-change" | "day-unknown" | "organisation-ended" | "post-ended" | "item-twice" | "rare-character";

/**
 * Which finding the clerk has seen and let stand.
 */
export type FindingMark = { 
/**
 * Its code.
 */
code: FindingCode, 
/**
 * Its item, counted from 0.
 */
item: number | null, 
/**
 * Its place in the text.
 */
source: Span | null, };

/**
 * A finding with what can be done about it.
 */
export type FindingSheet = { 
/**
 * What was found; the sentence is `finding.<code>` of the catalogue.
 */
code: FindingCode, 
/**
 * How much it asks of the clerk.
 */
weight: Weight, 
/**
 * Where in the text.
 */
source: Span | null, 
/**
 * Which item, from 0.
 */
item: number | null, 
/**
 * The words for its sentence.
 */
data: { [key in string]: string }, 
/**
 * Whether the clerk has let it stand.
 */
accepted: boolean, 
/**
 * What can be done, the likeliest first. The first is what Enter does.
 */
remedies: Array<Remedy>, };

/**
 * A name or title that was borne up to a day.
 */
export type FormerName = { 
/**
 * The name.
 */
name: string, 
/**
 * The day from which another took its place.
 */
until: PartialDate, };

/**
 * 性别.
 */
export type Gender = "female" | "male";

/**
 * One thing found.
 */
export type Hit = { 
/**
 * What it is.
 */
target: HitTarget, 
/**
 * Name, unit and title as they were called on the day, or number.
 */
title: string, 
/**
 * What tells it apart: the posts held on the day, holders, title of the paper.
 */
detail: string, };

/**
 * What a hit leads to.
 */
export type HitTarget = { "kind": "person", "id": PersonId } | { "kind": "organisation", "id": OrganisationId } | { "kind": "post", "id": PostId } | { "kind": "order", "id": OrderId } | { "kind": "draft", "id": DraftId };

/**
 * What an import recorded, or would record.
 */
export type ImportAnswer = { 
/**
 * The day on which the roster held.
 */
held_on: PartialDate, 
/**
 * Opening entries recorded.
 */
recorded: number, 
/**
 * Entries that the register held already.
 */
known: number, 
/**
 * People made for it.
 */
new_persons: number, 
/**
 * Units made for it.
 */
new_units: Array<string>, 
/**
 * Posts made for it.
 */
new_posts: number, 
/**
 * Rows left out.
 */
left: Array<LeftRow>, 
/**
 * Cells of recorded rows that were not taken.
 */
doubts: Array<LeftRow>, 
/**
 * Rows whose name the register has already, with who can be meant and who is taken.
 */
namesakes: Array<NamesakeRow>, };

/**
 * Reads opening entries (期初) from a roster kept elsewhere.
 */
export type ImportRoster = { 
/**
 * The file.
 */
file: RosterFile, 
/**
 * Which column holds what, as the clerk says; as recognised where `None`. What the clerk says is remembered.
 */
layout: RosterLayout | null, 
/**
 * Who is meant in which rows, as the clerk says.
 */
persons: Array<RowPerson>, 
/**
 * The day on which the roster held; taken from its heading where `None`, else today.
 */
held_on: PartialDate | null, 
/**
 * Only say what would be recorded.
 */
try_only: boolean, };

/**
 * What a column of a roster kept elsewhere holds.
 */
export type IntakeColumn = "unit" | "post" | "unit_and_post" | "name" | "gender" | "ethnicity" | "birth" | "since" | "order" | "note";

/**
 * One person, one post, one effect, with the clause it was read from.
 */
export type Item = { 
/**
 * Who.
 */
person: Person, 
/**
 * What it does.
 */
kind: ItemKind, 
/**
 * Which post.
 */
post: Post, 
/**
 * 兼、兼任.
 */
concurrent: boolean, 
/**
 * 代、代理.
 */
acting: boolean, 
/**
 * 挂职.
 */
secondment: boolean, 
/**
 * 试用期, months.
 */
probation_months: number | null, 
/**
 * 任期、聘期, months.
 */
term_months: number | null, 
/**
 * The day from which the item itself says that it counts.
 */
effective_on: PartialDate | null, 
/**
 * What else the paper says of it and no field holds: a level in brackets, the members' own posts of a group.
 */
note: string | null, 
/**
 * False where the reading was a guess. Earned by a full parse of the clause.
 */
certain: boolean, 
/**
 * What the reading rests on, as a code for a sentence of the catalogue (`basis-…`); `None` for the plain form.
 */
basis: string | null, 
/**
 * The clause from which it was read.
 */
source: Span, };

/**
 * A registered item.
 */
export type ItemId = number;

/**
 * What an item does to a tenure.
 */
export type ItemKind = "appoint" | "dismiss" | "elect" | "nominate" | "accept_resignation" | "remove" | "confirm";

/**
 * What the register has to say of one item.
 */
export type ItemSheet = { 
/**
 * Who is meant.
 */
person: MeantSheet, 
/**
 * Which organisation is meant.
 */
organisation: MeantSheet, 
/**
 * Which post is meant.
 */
post: MeantSheet, 
/**
 * The day from which it counts.
 */
counts_from: PartialDate | null, 
/**
 * What it will do.
 */
effect: Effect, };

/**
 * The recorded acts.
 */
export type Journal = { 
/**
 * The acts, the first of them where a limit was asked for.
 */
acts: Array<ActLine>, 
/**
 * How many there are in all.
 */
count: number, 
/**
 * The act that would be taken back now; `None` where there is none.
 */
last: ActLine | null, 
/**
 * Where the last act of all took another back: that act, which can itself be taken back.
 */
again: ActLine | null, };

/**
 * Asks for recorded acts.
 */
export type JournalQuery = { 
/**
 * Words of what was done, why or by whom; empty for all.
 */
query: string, 
/**
 * The first act at the top; else the last.
 */
oldest_first: boolean, 
/**
 * At most so many; 0 for all.
 */
limit: number, };

/**
 * A head of the chain that was kept on paper.
 */
export type KeptHead = { "state": "same", 
/**
 * The act that was the last then.
 */
act: number, 
/**
 * When that act was recorded, RFC 3339.
 */
at: string, 
/**
 * Acts recorded since.
 */
since: number, } | { "state": "absent" };

/**
 * A row that was left out, or a cell of it.
 */
export type LeftRow = { 
/**
 * The row of the sheet, from 1.
 */
row: number, 
/**
 * Why: a key of the catalogue, `roster-row.…` or `import.…`.
 */
reason: string, 
/**
 * What stands in it, or the cell that it speaks of.
 */
cell: string, };

/**
 * What happened.
 */
export type LifeKind = { "of": "organisation", "kind": OrganisationEventKind } | { "of": "post", "kind": PostEventKind };

/**
 * One event in the life of a unit or a post.
 */
export type LifeLine = { 
/**
 * The day.
 */
on: PartialDate, 
/**
 * What happened.
 */
kind: LifeKind, 
/**
 * Whether it happened to another unit, of which this one is the successor.
 */
incoming: boolean, 
/**
 * The name or title before.
 */
former: string | null, 
/**
 * The name or title after.
 */
name: string | null, 
/**
 * 核定职数 before.
 */
seats_before: number | null, 
/**
 * 核定职数 after.
 */
seats: number | null, 
/**
 * The unit above before a move.
 */
from: UnitName | null, 
/**
 * The unit above after a move; successors; of what is incoming the unit that it happened to.
 */
others: Array<UnitName>, 
/**
 * What it did to tenures.
 */
tenures: TenureChoice | null, 
/**
 * The number of its paper, or the paper in words.
 */
paper: string | null, 
/**
 * The order, where its paper is in the register.
 */
order_id: OrderId | null, };

/**
 * Looks into a roster's file before anything is done with it.
 */
export type LookIntoRoster = { 
/**
 * The file.
 */
file: RosterFile, 
/**
 * Which sheet and which row of titles the clerk chose; as recognised where `None`.
 */
place: RosterPlace | null, };

/**
 * What a printed name means in the register.
 */
export type MeantSheet = { 
/**
 * How far it is clear.
 */
state: MeantState, 
/**
 * The row, where it is known.
 */
id: number | null, 
/**
 * The register's own name for it, where that differs from the printed one.
 */
known_as: string | null, };

/**
 * How far it is clear what a printed name means.
 */
export type MeantState = "known" | "new" | "unclear" | "none";

/**
 * Two records are of one person.
 */
export type MergePersons = { 
/**
 * The record that goes on no longer.
 */
person: PersonId, 
/**
 * The record that goes on.
 */
into: PersonId, 
/**
 * Why.
 */
why: string, };

/**
 * A record that was merged into another.
 */
export type MergedLine = { 
/**
 * The record; it still leads here.
 */
id: PersonId, 
/**
 * 姓名, as the record last had it.
 */
name: string, 
/**
 * Who merged it, when and why.
 */
act: ActLine, 
/**
 * Whether the merging may be taken back.
 */
may_take_back: boolean, };

/**
 * A tenure as it is and as it would be.
 */
export type MovedLine = { before: TenureLine, after: TenureLine, };

/**
 * A row whose name leaves open who is meant.
 */
export type NamesakeRow = { 
/**
 * The row of the sheet.
 */
row: number, 
/**
 * 姓名.
 */
name: string, 
/**
 * What the row says, in one line.
 */
says: string, 
/**
 * Who is taken where the clerk says nothing: one of the candidates, or somebody new where `None`.
 */
taken: PersonId | null, 
/**
 * Who can be meant.
 */
candidates: Array<PersonCard>, };

/**
 * A request or an answer without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * Lays the paper of an order on the desk again because its entry is wrong.
 */
export type OpenCorrection = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Read anew from its text; else with its items as they were recorded.
 */
anew: boolean, };

/**
 * Opens a register.
 */
export type OpenRegister = { 
/**
 * The file.
 */
path: string, 
/**
 * Only to look, not to write.
 */
look: boolean, };

/**
 * An opening entry (期初).
 */
export type OpeningId = number;

/**
 * A registered order.
 */
export type OrderId = number;

/**
 * One item of an order, and what it changed.
 */
export type OrderItem = { 
/**
 * Its place, from 0.
 */
position: number, 
/**
 * What it does.
 */
kind: ItemKind, 
/**
 * Who.
 */
person_id: PersonId, 
/**
 * As printed.
 */
name: string, 
/**
 * As printed.
 */
gender: Gender | null, 
/**
 * As printed.
 */
ethnicity: string | null, 
/**
 * Which post.
 */
post_id: PostId, 
/**
 * As printed.
 */
organisation: string | null, 
/**
 * As printed.
 */
title: string, 
/**
 * 兼.
 */
concurrent: boolean, 
/**
 * 代.
 */
acting: boolean, 
/**
 * 挂职.
 */
secondment: boolean, 
/**
 * 试用期, months.
 */
probation_months: number | null, 
/**
 * 任期, months.
 */
term_months: number | null, 
/**
 * What else the paper says.
 */
note: string | null, 
/**
 * The day that the item itself names.
 */
effective_on: PartialDate | null, 
/**
 * The day from which it counts.
 */
counts_from: PartialDate | null, 
/**
 * Whether the reading was no guess.
 */
certain: boolean, 
/**
 * The clause.
 */
source: Span, 
/**
 * The tenure that it opened.
 */
opened: TenureLine | null, 
/**
 * The tenure that it closed.
 */
closed: TenureLine | null, 
/**
 * The tenure whose probation it settled.
 */
confirmed: TenureLine | null, };

/**
 * An order on one line.
 */
export type OrderLine = { 
/**
 * Which.
 */
id: OrderId, 
/**
 * 发文字号.
 */
number: string | null, 
/**
 * 机关代字, for grouping by series.
 */
code: string | null, 
/**
 * 序号.
 */
serial: number | null, 
/**
 * 标题.
 */
title: string | null, 
/**
 * 发文机关.
 */
issuer: string | null, 
/**
 * 成文日期.
 */
issued_on: PartialDate | null, 
/**
 * 决定日期.
 */
decided_on: PartialDate | null, 
/**
 * Whether it stands.
 */
state: OrderState, 
/**
 * Items that open a tenure.
 */
appoints: number, 
/**
 * Items that close one.
 */
dismisses: number, 
/**
 * All items.
 */
items: number, 
/**
 * Findings that were let stand.
 */
findings: number, 
/**
 * When it was recorded, RFC 3339.
 */
recorded_at: string, };

/**
 * An order by its name.
 */
export type OrderName = { 
/**
 * Which.
 */
id: OrderId, 
/**
 * Its number, else its title.
 */
name: string, };

/**
 * An order's page.
 */
export type OrderPage = { 
/**
 * Its line.
 */
line: OrderLine, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * 决定机关.
 */
decided_by: string | null, 
/**
 * The text it was read from.
 */
text: string, 
/**
 * Its items and what each changed.
 */
items: Array<OrderItem>, 
/**
 * The findings that were let stand.
 */
findings: Array<FindingSheet>, 
/**
 * Who recorded it.
 */
recorded_by: string, 
/**
 * What was said of it since: corrected, revoked, in force again; first to last.
 */
states: Array<StateLine>, 
/**
 * The orders that it has corrected or revoked.
 */
supersedes: Array<SupersededLine>, 
/**
 * The original file kept with it.
 */
original: OriginalLine | null, };

/**
 * Asks for one order.
 */
export type OrderQuery = { 
/**
 * Which.
 */
id: OrderId, 
/**
 * As the register stood then; as it stands where `None`.
 */
known_at: string | null, };

/**
 * Whether an order stands.
 */
export type OrderState = "recorded" | "corrected" | "revoked";

/**
 * Orders, newest first, series by series.
 */
export type Orders = { 
/**
 * Years that have orders, newest first.
 */
years: Array<number>, 
/**
 * The orders.
 */
rows: Array<OrderLine>, };

/**
 * Asks for orders.
 */
export type OrdersQuery = { 
/**
 * The year of the number, else of the day of issue.
 */
year: number | null, 
/**
 * Number, title, a name, or words of the text; empty for all.
 */
query: string, 
/**
 * Only those issued by that day.
 */
on: PartialDate | null, 
/**
 * Only as the register stood then.
 */
known_at: string | null, };

/**
 * An event of a unit's life as the clerk enters it.
 */
export type OrganisationChange = { "change": "found", 
/**
 * Which.
 */
unit: UnitMeant, } | { "change": "rename", 
/**
 * Which.
 */
organisation: OrganisationId, 
/**
 * The name before; `None` for the one that the register knows of that day.
 */
former: string | null, 
/**
 * The name from that day.
 */
name: string, 
/**
 * 续任 or 重新任命.
 */
tenures: TenureChoice, } | { "change": "move", 
/**
 * Which.
 */
organisation: OrganisationId, 
/**
 * The unit above from that day.
 */
parent: OrganisationId | null, } | { "change": "merge", 
/**
 * Which.
 */
organisations: Array<OrganisationId>, 
/**
 * The successor.
 */
into: UnitMeant, 
/**
 * 自行终止, 待免 or 重新任命.
 */
tenures: TenureChoice, } | { "change": "split", 
/**
 * Which.
 */
organisation: OrganisationId, 
/**
 * The successors.
 */
into: Array<UnitMeant>, 
/**
 * 自行终止, 待免 or 重新任命.
 */
tenures: TenureChoice, } | { "change": "abolish", 
/**
 * Which.
 */
organisation: OrganisationId, 
/**
 * 自行终止 or 待免.
 */
tenures: TenureChoice, };

/**
 * An event of an organisation's life.
 */
export type OrganisationEventId = number;

/**
 * What happens in a unit's life.
 */
export type OrganisationEventKind = "found" | "rename" | "move" | "merge" | "split" | "abolish";

/**
 * An organisation.
 */
export type OrganisationId = number;

/**
 * A unit on one line.
 */
export type OrganisationLine = { 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * 单位名称.
 */
name: string, 
/**
 * 上级单位.
 */
parent: OrganisationId | null, 
/**
 * Steps below the top.
 */
depth: number, 
/**
 * 类别.
 */
kind: string | null, 
/**
 * The day on which it ended.
 */
ended_on: PartialDate | null, 
/**
 * Posts.
 */
posts: number, 
/**
 * Holders on the day.
 */
holders: number, };

/**
 * A unit's page.
 */
export type OrganisationPage = { 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * 单位名称.
 */
name: string, 
/**
 * Former names, short names and other ways of printing it.
 */
other_names: Array<string>, 
/**
 * 上级单位.
 */
parent: OrganisationLine | null, 
/**
 * 类别.
 */
kind: string | null, 
/**
 * 排序.
 */
standing: number, 
/**
 * The day on which it ended.
 */
ended_on: PartialDate | null, 
/**
 * The day on which it was founded.
 */
founded_on: PartialDate | null, 
/**
 * The names before its renamings, earliest first.
 */
former: Array<FormerName>, 
/**
 * What happened in its life, earliest first.
 */
events: Array<LifeLine>, 
/**
 * Units below it.
 */
children: Array<OrganisationLine>, 
/**
 * Its posts in their standing order.
 */
posts: Array<PostLine>, 
/**
 * Every tenure in the unit, for the lanes of its leadership: post by post, earliest first.
 */
tenures: Array<TenureLine>, };

/**
 * Asks for one unit.
 */
export type OrganisationQuery = { 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * Units in their standing order, parents before children.
 */
export type Organisations = { 
/**
 * The units.
 */
rows: Array<OrganisationLine>, 
/**
 * The kinds in use.
 */
kinds: Array<string>, };

/**
 * Asks for the tree of units.
 */
export type OrganisationsQuery = { 
/**
 * Name, pinyin or initials of a unit or title of a post; empty for all.
 */
query: string, 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * An original file kept with an order.
 */
export type OriginalLine = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * SHA-256 in hexadecimal.
 */
sha256: string, };

/**
 * A paper, and the clause of it that is meant.
 */
export type PaperLink = { 
/**
 * The order.
 */
order_id: OrderId, 
/**
 * Its number, or its title where it has none.
 */
number: string, 
/**
 * Its day of issue.
 */
issued_on: PartialDate | null, 
/**
 * The item, from 0.
 */
position: number, 
/**
 * The clause in the order's text.
 */
source: Span, };

/**
 * A date by its precision. `2019.03` is a month, never the first of March.
 *
 * Written in ISO form (`2023`, `2023-02`, `2023-02-28`) in JSON and in the store.
 * Ordered by the first day that it can mean; of two with the same first day the more exact is the lesser.
 */
export type PartialDate = string;

/**
 * Persons, best match first; all in the order of their pinyin where nothing was asked.
 */
export type People = { 
/**
 * The persons, the first of them where a limit was asked for.
 */
rows: Array<PersonLine>, 
/**
 * How many there are in all.
 */
count: number, };

/**
 * Asks for persons.
 */
export type PeopleQuery = { 
/**
 * Name, pinyin, initials, unit or post; empty for all.
 */
query: string, 
/**
 * At most so many; 0 for all.
 */
limit: number, 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * The person as the paper names them.
 */
export type Person = { 
/**
 * As printed, without the blanks that only lay out a two-character name.
 */
name: string, 
/**
 * From a bracket behind the name.
 */
gender: Gender | null, 
/**
 * From a bracket behind the name: `回族`.
 */
ethnicity: string | null, };

/**
 * A person with what tells them apart from others of the name.
 */
export type PersonCard = { 
/**
 * Which.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 民族.
 */
ethnicity: string | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * Present posts, unit and title each; where there is none, the last one, as `former` says.
 */
posts: Array<string>, 
/**
 * Whether `posts` are former ones.
 */
former: boolean, 
/**
 * The clerk's own note.
 */
note: string | null, };

/**
 * What such an act would change.
 */
export type PersonChanges = { 
/**
 * Tenures that go from one person to the other; of a merge as they stand, of a split as they would be.
 */
goes: Array<TenureLine>, 
/**
 * Tenures that would come about, because entries now speak of one person, or no longer do.
 */
appear: Array<TenureLine>, 
/**
 * Tenures that would be no more.
 */
vanish: Array<TenureLine>, 
/**
 * Tenures that would start or end otherwise.
 */
moved: Array<MovedLine>, 
/**
 * Whose posts of today would be others.
 */
present: Array<PresentLine>, 
/**
 * In what the two records contradict each other; of a merge only.
 */
differs: Array<PersonField>, };

/**
 * Everything recorded of one person, earliest day first, for choosing what is of somebody else.
 */
export type PersonEntries = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * The entries in force.
 */
entries: Array<EntryLine>, };

/**
 * What is known of a person beside the name.
 */
export type PersonField = "gender" | "ethnicity" | "birth";

/**
 * A person.
 */
export type PersonId = number;

/**
 * A person on one line.
 */
export type PersonLine = { 
/**
 * Which.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * Posts held on the day, unit and title each.
 */
posts: Array<string>, 
/**
 * Since when the first of them.
 */
since: PartialDate | null, 
/**
 * Whether another person has the name.
 */
namesake: boolean, };

/**
 * A person that an act names.
 */
export type PersonMeant = { "person": "known", 
/**
 * Which.
 */
id: PersonId, } | { "person": "new", 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 民族.
 */
ethnicity: string | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * What else tells the person apart, in the clerk's words.
 */
note: string | null, };

/**
 * 任职简历: a person's page.
 */
export type PersonPage = { 
/**
 * Which.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * Former names and other ways of writing it.
 */
other_names: Array<string>, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 民族.
 */
ethnicity: string | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * The clerk's own note.
 */
note: string | null, 
/**
 * Records that were merged into this one, first to last.
 */
merged: Array<MergedLine>, 
/**
 * Others of the name.
 */
namesakes: Array<PersonLine>, 
/**
 * The career, earliest first; unknown starts by their end.
 */
tenures: Array<TenureLine>, };

/**
 * Asks for one person.
 */
export type PersonQuery = { 
/**
 * Which.
 */
id: PersonId, 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * What was known when of a person's tenures.
 */
export type PersonTold = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * The tenures that are said now, as the career has them; then those that were said once.
 */
tenures: Array<ToldTenure>, };

/**
 * What is about to be recorded.
 */
export type Plan = { "plan": "organisation", 
/**
 * What happens.
 */
what: OrganisationChange, 
/**
 * The day.
 */
on: PartialDate, } | { "plan": "post", 
/**
 * What happens.
 */
what: PostChange, 
/**
 * The day.
 */
on: PartialDate, } | { "plan": "ending", 
/**
 * Who.
 */
person: PersonId, 
/**
 * Which posts; empty for all that is open.
 */
posts: Array<PostId>, 
/**
 * Why.
 */
cause: EndCause, 
/**
 * The day.
 */
on: PartialDate, };

/**
 * What it would do to tenures.
 */
export type PlanAnswer = { 
/**
 * Those that would end by it.
 */
ends: Array<TenureLine>, 
/**
 * Those that it concerns and that would run on.
 */
runs_on: Array<TenureLine>, };

/**
 * An act on persons that is about to be recorded.
 */
export type PlanPersons = { "plan": "merge", 
/**
 * The record that goes on no longer.
 */
person: PersonId, 
/**
 * The record that goes on.
 */
into: PersonId, } | { "plan": "split", 
/**
 * The record.
 */
person: PersonId, 
/**
 * Which of its entries are of the other.
 */
entries: Array<EntryRef>, 
/**
 * The other.
 */
to: PersonMeant, };

/**
 * The post as the paper names it.
 */
export type Post = { 
/**
 * The longest part that names a body; `None` only where the paper gives none.
 */
organisation: string | null, 
/**
 * 职务 or 职级.
 */
title: string, };

/**
 * An event of a post's life as the clerk enters it.
 */
export type PostChange = { "change": "rename", 
/**
 * Which.
 */
post: PostId, 
/**
 * The title before; `None` for the one that the register knows of that day.
 */
former: string | null, 
/**
 * The title from that day.
 */
title: string, 
/**
 * 续任 or 重新任命.
 */
tenures: TenureChoice, } | { "change": "seats", 
/**
 * Which.
 */
post: PostId, 
/**
 * 核定职数 from that day; `None` where it is not known.
 */
authorised: number | null, } | { "change": "abolish", 
/**
 * Which.
 */
post: PostId, 
/**
 * 自行终止 or 待免.
 */
tenures: TenureChoice, };

/**
 * An event of a post's life.
 */
export type PostEventId = number;

/**
 * What happens to a post.
 */
export type PostEventKind = "rename" | "seats" | "abolish";

/**
 * A post.
 */
export type PostId = number;

/**
 * A post on one line, with who sits in it.
 */
export type PostLine = { 
/**
 * Which.
 */
id: PostId, 
/**
 * 职务名称.
 */
title: string, 
/**
 * 核定.
 */
authorised: number | null, 
/**
 * 正职.
 */
headship: boolean, 
/**
 * 职级.
 */
rank: boolean, 
/**
 * The day on which it was abolished.
 */
ended_on: PartialDate | null, 
/**
 * Who holds it on the day.
 */
holders: Array<TenureLine>, };

/**
 * 历任: a post's page.
 */
export type PostPage = { 
/**
 * Which.
 */
id: PostId, 
/**
 * Its organisation.
 */
organisation_id: OrganisationId | null, 
/**
 * The organisation's name.
 */
organisation: string | null, 
/**
 * 职务名称.
 */
title: string, 
/**
 * 核定.
 */
authorised: number | null, 
/**
 * 正职.
 */
headship: boolean, 
/**
 * 职级.
 */
rank: boolean, 
/**
 * Its place in its organisation.
 */
standing: number, 
/**
 * The day on which it was abolished.
 */
ended_on: PartialDate | null, 
/**
 * The titles before, earliest first.
 */
former: Array<FormerName>, 
/**
 * What happened in its life, earliest first.
 */
events: Array<LifeLine>, 
/**
 * 实配 on the day.
 */
filled: number, 
/**
 * 空缺, where 核定 is known.
 */
vacant: number, 
/**
 * 超配, where 核定 is known.
 */
over: number, 
/**
 * First to last; unknown starts by their end.
 */
holders: Array<TenureLine>, 
/**
 * Stretches in which nobody held it.
 */
vacancies: Array<Stretch>, 
/**
 * Stretches in which more held it than it has seats.
 */
overlaps: Array<Stretch>, };

/**
 * Asks for one post.
 */
export type PostQuery = { 
/**
 * Which.
 */
id: PostId, 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * A person whose posts of today differ.
 */
export type PresentLine = { 
/**
 * Who.
 */
person_id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * Unit and title of each post before.
 */
before: Array<string>, 
/**
 * Unit and title of each post after.
 */
after: Array<string>, };

/**
 * What is about to be done.
 */
export type Preview = { "act": "record", 
/**
 * Which.
 */
draft: DraftId, } | { "act": "revoke", 
/**
 * Which.
 */
order: OrderId, 
/**
 * The order that withdrew it.
 */
by: OrderId | null, } | { "act": "reinstate", 
/**
 * Which.
 */
order: OrderId, } | { "act": "take_back", 
/**
 * Which.
 */
taken: ActId, };

/**
 * What would change.
 */
export type PreviewAnswer = { 
/**
 * Tenures that are not there now.
 */
appear: Array<TenureLine>, 
/**
 * Tenures that would no longer be there.
 */
vanish: Array<TenureLine>, 
/**
 * Tenures that would start or end otherwise, or under other terms.
 */
moved: Array<MovedLine>, 
/**
 * Whose posts of today would differ.
 */
present: Array<PresentLine>, };

/**
 * From which day probation counts where an item names none; the provinces' rules differ (rule 3).
 */
export type ProbationFrom = "decision" | "paper";

/**
 * How far a long work has come.
 */
export type Progress = { 
/**
 * Whether it still runs.
 */
running: boolean, 
/**
 * What its steps are now.
 */
of: Steps, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 where not known yet.
 */
total: number, };

/**
 * What was laid on the desk.
 */
export type ReadAnswer = { 
/**
 * The drafts made, in the order of the text. Empty where the text holds no order.
 */
drafts: Array<DraftLine>, 
/**
 * Characters read.
 */
characters: number, 
/**
 * What the clerk should know about how the text was taken from the file, in sentences.
 */
notes: Array<string>, };

/**
 * Reads a file and lays the orders found on the desk.
 */
export type ReadFile = { 
/**
 * The file's name, without its folder.
 */
name: string, 
/**
 * Its bytes in base64.
 */
content: string, 
/**
 * Also leading groups that are set up inside plans.
 */
groups: boolean, 
/**
 * The name under which progress is told and the work can be stopped.
 */
task: string | null, };

/**
 * Reads pasted text and lays the orders found on the desk.
 */
export type ReadText = { 
/**
 * The text.
 */
text: string, 
/**
 * Also leading groups that are set up inside plans.
 */
groups: boolean, };

/**
 * Compares a roster with the register.
 */
export type ReconcileRoster = { 
/**
 * The file.
 */
file: RosterFile, 
/**
 * Which column holds what; as recognised where `None`.
 */
layout: RosterLayout | null, 
/**
 * The day on which the roster held; taken from its heading where `None`, else today.
 */
on: PartialDate | null, 
/**
 * The register as it stood then; as it stands where `None`.
 */
known_at: string | null, };

/**
 * What was recorded.
 */
export type Recorded = { 
/**
 * The order.
 */
order_id: OrderId, 
/**
 * Its number.
 */
number: string | null, 
/**
 * Persons appointed.
 */
appointed_persons: number, 
/**
 * Posts they were appointed to.
 */
appoints: number, 
/**
 * Posts that were ended.
 */
dismisses: number, 
/**
 * Tenures shown with an unknown start.
 */
unknown_starts: number, 
/**
 * The next paper on the desk.
 */
next: DraftId | null, };

/**
 * The register that is open.
 */
export type RegisterStatus = { 
/**
 * The file.
 */
path: string, 
/**
 * The place whose register it is: `青云县`.
 */
place: string, 
/**
 * The unit that keeps it: `中共青云县委组织部`.
 */
keeper: string, 
/**
 * False where another window writes it: this one can look.
 */
writable: boolean, 
/**
 * How much it holds.
 */
counts: Counts, 
/**
 * The head of the journal's chain, in hexadecimal.
 */
head: string, };

/**
 * 恢复.
 */
export type ReinstateOrder = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Why.
 */
why: string, };

/**
 * One thing that can be done about a finding. The window applies it to the draft and saves it.
 */
export type Remedy = { "do": "take_person", 
/**
 * Who, with what tells them apart.
 */
person: PersonCard, } | { "do": "new_person" } | { "do": "take_organisation", 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * Its name.
 */
name: string, } | { "do": "new_organisation" } | { "do": "take_post", 
/**
 * Which.
 */
id: PostId, 
/**
 * Its title.
 */
title: string, } | { "do": "new_post" } | { "do": "held_since" } | { "do": "mark_concurrent" } | { "do": "set_day" } | { "do": "set_head", 
/**
 * `number`, `issuer`, `issued_on` or `title`.
 */
field: string, } | { "do": "add_item" } | { "do": "remove_item" } | { "do": "not_appointment" } | { "do": "open_order", 
/**
 * Which.
 */
id: OrderId, } | { "do": "let_stand" };

/**
 * 撤销文件.
 */
export type RevokeOrder = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * The order that withdrew it, where that is in the register.
 */
by: OrderId | null, 
/**
 * The paper that withdrew it, in words.
 */
by_text: string | null, 
/**
 * Why.
 */
why: string, };

/**
 * A roster in standing order.
 */
export type Roster = { 
/**
 * The heading: `青云县干部花名册`.
 */
heading: string, 
/**
 * The day.
 */
on: PartialDate, 
/**
 * The columns shown.
 */
columns: Array<RosterColumn>, 
/**
 * The rows.
 */
rows: Array<RosterRow>, };

/**
 * A column of the roster.
 */
export type RosterColumn = "serial" | "organisation" | "title" | "name" | "gender" | "ethnicity" | "birth" | "since" | "order" | "probation_ends" | "note";

/**
 * A file with a roster.
 */
export type RosterFile = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Its bytes in base64.
 */
content: string, };

/**
 * What a roster's file holds.
 */
export type RosterFileSheet = { 
/**
 * The names of the sheets; one empty name for a .csv.
 */
sheets: Array<string>, 
/**
 * Where the table stands.
 */
place: RosterPlace, 
/**
 * Whether the titles were recognised; where not, the clerk says which row holds them.
 */
recognised: boolean, 
/**
 * The day that the heading states.
 */
as_of: PartialDate | null, 
/**
 * The columns from the left.
 */
columns: Array<FileColumn>, 
/**
 * The first rows of the sheet as they stand.
 */
rows: Array<FileRow>, 
/**
 * How many rows of the sheet hold anything.
 */
total: number, };

/**
 * The form of a roster's file.
 */
export type RosterFormat = "xlsx" | "csv" | "json";

/**
 * Where the table stands, and what each of its columns holds from the left; `None` for what is not taken.
 */
export type RosterLayout = { 
/**
 * Where it stands.
 */
place: RosterPlace, 
/**
 * The columns.
 */
columns: Array<IntakeColumn | null>, };

/**
 * Where a roster's table stands in its file.
 */
export type RosterPlace = { 
/**
 * The sheet, from 0.
 */
sheet: number, 
/**
 * The row of the titles as the spreadsheet program counts; `None` where there are none.
 */
header: number | null, };

/**
 * Asks for a roster. What is exported is what is shown.
 */
export type RosterQuery = { 
/**
 * The two kinds of time.
 */
at: At, 
/**
 * Only these units and those below them; empty for all.
 */
organisations: Array<OrganisationId>, 
/**
 * Only units of these kinds; empty for all.
 */
kinds: Array<string>, 
/**
 * Only headships.
 */
heads_only: boolean, 
/**
 * Ranks (职级) too.
 */
ranks: boolean, 
/**
 * Members of leading groups too.
 */
groups: boolean, 
/**
 * The columns in their order; empty for the usual ones.
 */
columns: Array<RosterColumn>, };

/**
 * One holder of one post.
 */
export type RosterRow = { 
/**
 * The unit's row.
 */
organisation_id: OrganisationId | null, 
/**
 * 单位.
 */
organisation: string | null, 
/**
 * The post's row.
 */
post_id: PostId, 
/**
 * 职务.
 */
title: string, 
/**
 * The person's row.
 */
person_id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * 民族.
 */
ethnicity: string | null, 
/**
 * 出生年月.
 */
birth: PartialDate | null, 
/**
 * 任现职时间.
 */
since: PartialDate | null, 
/**
 * 不晚于: where since when is not known, a day on which the post was held.
 */
no_later_than: PartialDate | null, 
/**
 * 任职文号.
 */
order: string | null, 
/**
 * The order's row.
 */
order_id: OrderId | null, 
/**
 * 兼.
 */
concurrent: boolean, 
/**
 * 代.
 */
acting: boolean, 
/**
 * 挂职.
 */
secondment: boolean, 
/**
 * The day on which a probation ends that nothing has settled by the day asked about.
 */
probation_ends: PartialDate | null, };

/**
 * Who is meant in a row.
 */
export type RowPerson = { 
/**
 * The row of the sheet.
 */
row: number, 
/**
 * Who.
 */
person: Choice<PersonId>, };

/**
 * Saves a draft as the clerk has it now and checks it again.
 */
export type SaveDraft = { 
/**
 * Which.
 */
id: DraftId, 
/**
 * As the clerk has it.
 */
draft: Draft, };

/**
 * Asks the one search box.
 */
export type Search = { 
/**
 * Characters, pinyin or initials of a person, unit or post; the number or words of an order.
 */
query: string, 
/**
 * At most so many of each kind.
 */
limit: number, 
/**
 * On which day, as known when.
 */
at: At, };

/**
 * What the search box found, best first within each kind.
 */
export type SearchAnswer = { 
/**
 * The hits.
 */
hits: Array<Hit>, };

/**
 * What the self-check found.
 */
export type SelfCheck = { 
/**
 * The day as of which it was asked.
 */
on: PartialDate, 
/**
 * How many things were found.
 */
count: number, 
/**
 * By kind, what contradicts itself first; kinds of which nothing was found are left out.
 */
groups: Array<ConcernGroup>, 
/**
 * How many tenures were looked at.
 */
tenures: number, 
/**
 * How many orders were looked at.
 */
orders: number, };

/**
 * Asks for the standing self-check.
 */
export type SelfCheckQuery = { 
/**
 * The two kinds of time.
 */
at: At, };

/**
 * The register's own settings.
 */
export type Settings = { 
/**
 * The place whose register it is.
 */
place: string, 
/**
 * The unit that keeps it.
 */
keeper: string, 
/**
 * From which day probation counts.
 */
probation_from: ProbationFrom, };

/**
 * A stretch of a text in Unicode characters from its start, end excluded.
 */
export type Span = { 
/**
 * The first character.
 */
start: number, 
/**
 * The character after the last.
 */
end: number, };

/**
 * Both persons after a split.
 */
export type SplitAnswer = { 
/**
 * The one whose record it was.
 */
person: PersonPage, 
/**
 * The other.
 */
other: PersonPage, };

/**
 * One record is of two persons.
 */
export type SplitPerson = { 
/**
 * The record.
 */
person: PersonId, 
/**
 * Which of its items, opening entries and endings are of the other.
 */
entries: Array<EntryRef>, 
/**
 * The other: known, or new.
 */
to: PersonMeant, 
/**
 * Why.
 */
why: string, };

/**
 * What an act said of an order.
 */
export type StateLine = { 
/**
 * What the order became.
 */
state: OrderState, 
/**
 * When it was said, RFC 3339.
 */
at: string, 
/**
 * Who said it.
 */
actor: string, 
/**
 * Why.
 */
why: string | null, 
/**
 * The entry in its place, or the order that revoked it.
 */
by: OrderName | null, 
/**
 * The paper that revoked it, in words.
 */
by_text: string | null, };

/**
 * What the program has open.
 */
export type Status = { 
/**
 * The version of the program.
 */
version: string, 
/**
 * The register that is open.
 */
register: RegisterStatus | null, 
/**
 * Where a register is made unless the clerk says otherwise.
 */
suggested_path: string, 
/**
 * Registers opened before, the last one first.
 */
recent: Array<string>, 
/**
 * Today, by the clock of this PC.
 */
today: PartialDate, };

/**
 * What a long work goes through step by step.
 */
export type Steps = "papers" | "pages" | "characters" | "drafts";

/**
 * A stretch of days `[from, to)`.
 */
export type Stretch = { 
/**
 * The first day.
 */
from: PartialDate, 
/**
 * The day after the last; `None` while it runs.
 */
to: PartialDate | null, 
/**
 * Its length in days, up to the day asked about while it runs; `None` where a day of it is not exactly known.
 */
days: number | null, 
/**
 * How many held the post.
 */
holders: number, };

/**
 * What a paper is about.
 */
export type Subject = "personnel" | "group";

/**
 * An order that another one has corrected or revoked.
 */
export type SupersededLine = { 
/**
 * Which.
 */
order: OrderName, 
/**
 * What it became.
 */
state: OrderState, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who said it.
 */
actor: string, 
/**
 * Why.
 */
why: string | null, };

/**
 * Takes back an act: the last that stands, or one that took another back.
 */
export type TakeBack = { 
/**
 * Which, as the clerk saw it: another that came since is not taken back unseen.
 */
act: ActId, 
/**
 * Why.
 */
why: string, };

/**
 * Asks how far a long work has come, or stops it.
 */
export type TaskName = { 
/**
 * The name given with the request.
 */
task: string, };

/**
 * What an event does to the tenures that it meets. Provinces differ, so the clerk chooses (rule 11).
 */
export type TenureChoice = "run_on" | "reappoint" | "end" | "wait";

/**
 * One tenure, for a person's page and for a post's.
 */
export type TenureLine = { 
/**
 * Who.
 */
person_id: PersonId, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
gender: Gender | null, 
/**
 * Which post.
 */
post_id: PostId, 
/**
 * Its organisation.
 */
organisation_id: OrganisationId | null, 
/**
 * The organisation under the name of the time.
 */
organisation: string | null, 
/**
 * The title of the time.
 */
title: string, 
/**
 * Names of the unit and titles of the post that were given up while it ran, earliest first.
 */
given_up: Array<FormerName>, 
/**
 * 职级.
 */
rank: boolean, 
/**
 * First day; `None` where it is not known.
 */
start: PartialDate | null, 
/**
 * 不晚于: where the start is not known, a day on which the post was held.
 */
no_later_than: PartialDate | null, 
/**
 * The day from which it is no longer held; `None` while it runs, or where it is not known.
 */
end: PartialDate | null, 
/**
 * Whether it has ended by the day asked about.
 */
ended: boolean, 
/**
 * Why.
 */
end_cause: EndCause | null, 
/**
 * 任 by.
 */
start_order: PaperLink | null, 
/**
 * 免 by.
 */
end_order: PaperLink | null, 
/**
 * The paper of an ending that is not in the register, in words.
 */
end_paper: string | null, 
/**
 * Recorded as an opening entry (期初).
 */
opening: boolean, 
/**
 * 兼.
 */
concurrent: boolean, 
/**
 * 代.
 */
acting: boolean, 
/**
 * 挂职.
 */
secondment: boolean, 
/**
 * The day on which the probation ends.
 */
probation_ends: PartialDate | null, 
/**
 * The day from which the confirmation counts.
 */
confirmed_on: PartialDate | null, 
/**
 * The paper that confirmed.
 */
confirm_order: PaperLink | null, 
/**
 * The day on which the term ends.
 */
term_ends: PartialDate | null, 
/**
 * Its length in days up to its end or the day asked about, where start and end are exact.
 */
days: number | null, };

/**
 * What a row of the other roster says.
 */
export type ThereLine = { 
/**
 * The unit as printed.
 */
organisation: string | null, 
/**
 * The title as printed.
 */
title: string, 
/**
 * Since when.
 */
since: PartialDate | null, 
/**
 * Whether the register knows the unit.
 */
unit_known: boolean, 
/**
 * Whether the register knows the post.
 */
post_known: boolean, };

/**
 * 今日: what waits and what was done last.
 */
export type Today = { 
/**
 * Papers on the desk.
 */
drafts: Array<DraftLine>, 
/**
 * The orders recorded last, newest first.
 */
latest: Array<OrderLine>, 
/**
 * Probations, terms and secondments that end within three months, or are overdue.
 */
due: Array<DueLine>, 
/**
 * Running tenures whose start is not known.
 */
unknown_starts: number, };

/**
 * What the register said of a tenure from an act on.
 */
export type ToldMoment = { 
/**
 * The act.
 */
act: ActLine, 
/**
 * What was said from then on; `None` where it was said no more.
 */
said: ToldTerms | null, };

/**
 * One tenure through the acts.
 */
export type ToldTenure = { 
/**
 * Which post.
 */
post_id: PostId, 
/**
 * Unit and title.
 */
post: string, 
/**
 * Whether it is said now.
 */
stands: boolean, 
/**
 * The acts at which what the register said of it changed, first to last.
 */
moments: Array<ToldMoment>, };

/**
 * Start, end and terms of a tenure, as they were said.
 */
export type ToldTerms = { 
/**
 * First day; `None` where it was not known.
 */
start: PartialDate | null, 
/**
 * Where the start was not known, a day on which the post was held.
 */
no_later_than: PartialDate | null, 
/**
 * The day from which it was no longer held.
 */
end: PartialDate | null, 
/**
 * Whether it had ended, by what was known.
 */
ended: boolean, 
/**
 * Why.
 */
end_cause: EndCause | null, 
/**
 * 兼.
 */
concurrent: boolean, 
/**
 * 代.
 */
acting: boolean, 
/**
 * 挂职.
 */
secondment: boolean, 
/**
 * The day on which the probation ends.
 */
probation_ends: PartialDate | null, 
/**
 * The day from which the confirmation counts.
 */
confirmed_on: PartialDate | null, 
/**
 * The day on which the term ends.
 */
term_ends: PartialDate | null, };

/**
 * What kind of failure it is; decides the exit code of the command line.
 */
export type Trouble = "refused" | "usage" | "register";

/**
 * A unit that an event names.
 */
export type UnitMeant = { "unit": "known", 
/**
 * Which.
 */
id: OrganisationId, } | { "unit": "new", 
/**
 * 单位名称.
 */
name: string, 
/**
 * 上级单位.
 */
parent: OrganisationId | null, };

/**
 * A unit by its name.
 */
export type UnitName = { 
/**
 * Which.
 */
id: OrganisationId, 
/**
 * 单位名称.
 */
name: string, };

/**
 * 核验: what checking the file found.
 */
export type Verification = { 
/**
 * Whether nothing is wrong.
 */
sound: boolean, 
/**
 * The head of the chain, in hexadecimal.
 */
head: string, 
/**
 * The act that the head is of: the last.
 */
head_act: number, 
/**
 * When that act was recorded, RFC 3339.
 */
head_at: string, 
/**
 * Where a head was given that was kept: whether the chain still has it.
 */
kept: KeptHead | null, 
/**
 * Acts checked.
 */
acts: number, 
/**
 * What is wrong, in sentences; the first bad row first.
 */
wrong: Array<string>, };

/**
 * Asks for the register to be checked.
 */
export type Verify = { 
/**
 * A head of the chain that was kept on paper, whole or its first sixteen signs: is it still part of the chain?
 */
kept?: string | null, };

/**
 * How much a finding asks of the clerk.
 */
export type Weight = "notice" | "look" | "settle";

/** Every command: what it is asked with, what it answers. */
export interface Commands {
  status: { request: Nothing; answer: Status };
  create_register: { request: CreateRegister; answer: Status };
  open_register: { request: OpenRegister; answer: Status };
  create_sample: { request: CreateSample; answer: Status };
  close_register: { request: Nothing; answer: Status };
  progress: { request: TaskName; answer: Progress };
  cancel: { request: TaskName; answer: Nothing };
  today: { request: Nothing; answer: Today };
  due: { request: DueQuery; answer: DueList };
  search: { request: Search; answer: SearchAnswer };
  read_text: { request: ReadText; answer: ReadAnswer };
  read_file: { request: ReadFile; answer: ReadAnswer };
  desk: { request: Nothing; answer: Desk };
  draft: { request: DraftRef; answer: DraftSheet };
  save_draft: { request: SaveDraft; answer: DraftSheet };
  drop_draft: { request: DraftRef; answer: Desk };
  record_draft: { request: DraftRef; answer: Recorded };
  open_correction: { request: OpenCorrection; answer: DraftRef };
  revoke_order: { request: RevokeOrder; answer: OrderPage };
  reinstate_order: { request: ReinstateOrder; answer: OrderPage };
  take_back: { request: TakeBack; answer: Nothing };
  preview: { request: Preview; answer: PreviewAnswer };
  people: { request: PeopleQuery; answer: People };
  person: { request: PersonQuery; answer: PersonPage };
  person_told: { request: PersonQuery; answer: PersonTold };
  person_entries: { request: PersonQuery; answer: PersonEntries };
  organisations: { request: OrganisationsQuery; answer: Organisations };
  organisation: { request: OrganisationQuery; answer: OrganisationPage };
  post: { request: PostQuery; answer: PostPage };
  orders: { request: OrdersQuery; answer: Orders };
  order: { request: OrderQuery; answer: OrderPage };
  original: { request: OrderQuery; answer: FileAnswer };
  roster: { request: RosterQuery; answer: Roster };
  export_roster: { request: ExportRoster; answer: FileAnswer };
  roster_file: { request: LookIntoRoster; answer: RosterFileSheet };
  reconcile_roster: { request: ReconcileRoster; answer: Differences };
  import_roster: { request: ImportRoster; answer: ImportAnswer };
  self_check: { request: SelfCheckQuery; answer: SelfCheck };
  describe_person: { request: DescribePerson; answer: PersonPage };
  merge_persons: { request: MergePersons; answer: PersonPage };
  split_person: { request: SplitPerson; answer: SplitAnswer };
  plan_persons: { request: PlanPersons; answer: PersonChanges };
  describe_organisation: { request: DescribeOrganisation; answer: OrganisationPage };
  describe_post: { request: DescribePost; answer: PostPage };
  change_organisation: { request: ChangeOrganisation; answer: OrganisationPage };
  change_post: { request: ChangePost; answer: PostPage };
  end_tenures: { request: EndTenures; answer: PersonPage };
  plan: { request: Plan; answer: PlanAnswer };
  arrange: { request: Arrange; answer: Nothing };
  settings: { request: Nothing; answer: Settings };
  set_settings: { request: Settings; answer: Settings };
  verify: { request: Verify; answer: Verification };
  backup: { request: Backup; answer: Nothing };
  journal: { request: JournalQuery; answer: Journal };
}
