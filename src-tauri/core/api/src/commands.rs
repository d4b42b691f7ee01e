//! The one list of commands. Every host, the window's rights, the TypeScript types and the tests are made from it.

/// Hands the whole list to `$each`: `name(Request) -> Answer` with a line on what it does. Commands that write the
/// register are marked `write`; `read` commands never do.
#[macro_export]
macro_rules! for_each_command {
    ($each:ident) => {
        $each! {
            /// What the program has open.
            read status(Nothing) -> Status;
            /// Makes an empty register and opens it.
            read create_register(CreateRegister) -> Status;
            /// Opens a register.
            read open_register(OpenRegister) -> Status;
            /// Makes the register of an invented county and opens it.
            read create_sample(CreateSample) -> Status;
            /// Closes the register.
            read close_register(Nothing) -> Status;
            /// How far a long work has come.
            read progress(TaskName) -> Progress;
            /// Stops a long work; what it recorded before stays whole.
            read cancel(TaskName) -> Nothing;
            /// 今日.
            read today(Nothing) -> Today;
            /// What falls due: probations, terms, secondments.
            read due(DueQuery) -> DueList;
            /// The one search box.
            read search(Search) -> SearchAnswer;
            /// Reads pasted text and lays the orders found on the desk.
            write read_text(ReadText) -> ReadAnswer;
            /// Reads a file and lays the orders found on the desk.
            write read_file(ReadFile) -> ReadAnswer;
            /// The papers on the desk.
            read desk(Nothing) -> Desk;
            /// One paper on the desk with all that the register has to say of it.
            read draft(DraftRef) -> DraftSheet;
            /// Saves a draft as the clerk has it and checks it again.
            write save_draft(SaveDraft) -> DraftSheet;
            /// Takes a paper off the desk.
            write drop_draft(DraftRef) -> Desk;
            /// Registers a draft: one act, one transaction.
            write record_draft(DraftRef) -> Recorded;
            /// 更正: lays the paper of an order whose entry is wrong on the desk again.
            write open_correction(OpenCorrection) -> DraftRef;
            /// 撤销文件: an order was withdrawn.
            write revoke_order(RevokeOrder) -> OrderPage;
            /// 恢复: its revocation was recorded wrongly.
            write reinstate_order(ReinstateOrder) -> OrderPage;
            /// Takes the last act back.
            write take_back(TakeBack) -> Nothing;
            /// What such an act, or the recording of a draft, would change; nothing of it is kept.
            read preview(Preview) -> PreviewAnswer;
            /// Persons.
            read people(PeopleQuery) -> People;
            /// 任职简历.
            read person(PersonQuery) -> PersonPage;
            /// What was known when of a person's tenures.
            read person_told(PersonQuery) -> PersonTold;
            /// Everything recorded of a person, entry by entry.
            read person_entries(PersonQuery) -> PersonEntries;
            /// The tree of units.
            read organisations(OrganisationsQuery) -> Organisations;
            /// A unit's page.
            read organisation(OrganisationQuery) -> OrganisationPage;
            /// 历任.
            read post(PostQuery) -> PostPage;
            /// Orders.
            read orders(OrdersQuery) -> Orders;
            /// An order's page.
            read order(OrderQuery) -> OrderPage;
            /// The original file kept with an order.
            read original(OrderQuery) -> FileAnswer;
            /// 花名册.
            read roster(RosterQuery) -> Roster;
            /// 花名册 as a file.
            read export_roster(ExportRoster) -> FileAnswer;
            /// What a roster's file holds, and which column is which.
            read roster_file(LookIntoRoster) -> RosterFileSheet;
            /// 对账: a roster kept elsewhere against the register.
            read reconcile_roster(ReconcileRoster) -> Differences;
            /// 期初 from a roster kept elsewhere.
            write import_roster(ImportRoster) -> ImportAnswer;
            /// 自检.
            read self_check(SelfCheckQuery) -> SelfCheck;
            /// Describes a person.
            write describe_person(DescribePerson) -> PersonPage;
            /// 人员合并: two records are of one person.
            write merge_persons(MergePersons) -> PersonPage;
            /// 人员拆分: some of what is recorded of one is of another.
            write split_person(SplitPerson) -> SplitAnswer;
            /// What such an act on persons would change.
            read plan_persons(PlanPersons) -> PersonChanges;
            /// Describes a unit.
            write describe_organisation(DescribeOrganisation) -> OrganisationPage;
            /// Describes a post.
            write describe_post(DescribePost) -> PostPage;
            /// 机构沿革: a unit is founded, renamed, moved, merged, split or abolished.
            write change_organisation(ChangeOrganisation) -> OrganisationPage;
            /// 职务沿革: a post is renamed, has other seats, or is abolished.
            write change_post(ChangePost) -> PostPage;
            /// 离任: tenures end by what no order says.
            write end_tenures(EndTenures) -> PersonPage;
            /// What such an event or ending would do to tenures.
            read plan(Plan) -> PlanAnswer;
            /// 排序.
            write arrange(Arrange) -> Nothing;
            /// The register's own settings.
            read settings(Nothing) -> Settings;
            /// Changes the register's own settings.
            write set_settings(Settings) -> Settings;
            /// 核验.
            read verify(Verify) -> Verification;
            /// Copies the register while it is open.
            read backup(Backup) -> Nothing;
            /// The recorded acts.
            read journal(JournalQuery) -> Journal;
        }
    };
}

macro_rules! names {
    ($($(#[$doc:meta])* $access:ident $name:ident($request:ty) -> $answer:ty;)*) => {
        /// The name of every command, in the order of the list.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The commands that write the register.
        pub fn writes(name: &str) -> bool {
            match name {
                $(stringify!($name) => stringify!($access) == "write",)*
                _ => false,
            }
        }
    };
}
for_each_command!(names);
