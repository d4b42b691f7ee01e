//! What `correct`, `revoke` and `undo` say of the changes that they made.

use renmian_api::types::{OrderPage, StateLine};
use renmian_api::{Superseded, minute};
use renmian_domain::OrderState;
use serde_json::json;

use crate::run::{give, write};

/// Says what an act changed: which tenures, and whose posts of today.
pub fn told(changed: &Superseded, done: &str, json: bool) {
    if json {
        give(&json!(changed));
        return;
    }
    let Superseded { order, appear, vanish, moved, persons } = changed;
    let order = order.as_deref().unwrap_or_default();
    write(&format!("{done}{order}：任职增加{appear}条、去掉{vanish}条、起止变动{moved}条\n"));
    if !persons.is_empty() {
        write(&format!("现任职务有变动：{}\n", persons.join("、")));
    }
}

/// What stands before the title of an order that is not in force.
pub fn state(state: OrderState) -> &'static str {
    match state {
        OrderState::Recorded => "",
        OrderState::Corrected => "【已更正】",
        OrderState::Revoked => "【已撤销】",
    }
}

/// What was said of an order since it was recorded, and what it did to others: a line each.
pub fn states(page: &OrderPage) -> String {
    let by = |line: &StateLine| line.by.as_ref().map(|by| by.name.clone()).or_else(|| line.by_text.clone());
    let mut text = String::new();
    for line in &page.states {
        let by = by(line).map(|by| format!("，依据{by}")).unwrap_or_default();
        text += &format!(
            "  {}：{}，{}{by}{}\n",
            became(line.state),
            minute(&line.at),
            line.actor,
            reason(line.why.as_deref())
        );
    }
    for line in &page.supersedes {
        let (name, why) = (&line.order.name, reason(line.why.as_deref()));
        let told = format!("{}，{}{why}", minute(&line.at), line.actor);
        // The entry that was corrected has the same number.
        text += &match line.state {
            OrderState::Corrected => format!("  更正了{name}先前的登记：{told}\n"),
            state @ (OrderState::Recorded | OrderState::Revoked) => {
                format!("  {name}由本文件{}：{told}\n", became(state))
            }
        };
    }
    text
}

fn became(state: OrderState) -> &'static str {
    match state {
        OrderState::Recorded => "恢复",
        OrderState::Corrected => "更正",
        OrderState::Revoked => "撤销",
    }
}

fn reason(why: Option<&str>) -> String {
    why.filter(|why| !why.is_empty()).map(|why| format!("，理由：{why}")).unwrap_or_default()
}
