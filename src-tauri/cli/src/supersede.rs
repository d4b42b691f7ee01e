//! What `correct`, `revoke` and `undo` say of the changes that they made.

use renmian_api::Superseded;
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
