//! What goes on below: whether a line is the rest of the full line above it, which the layout broke.

use crate::frame_lines::{is_date_line, is_number_line};
use crate::heading::verb_heading;
use crate::layout::{Glyph, any, tight};
use crate::lexicon::words;
use crate::noise::crosses;
use crate::paragraph::{
    Paragraph, begins_anew, begins_clause, ends_clause, has_sentence, is_label_line, is_marked_end, is_ruled, is_whole,
    near,
};
use crate::post::{is_bare_title, is_whole_post};
use crate::prose::after_numbering;
use crate::spread::{cells, close_names, name_alone};

/// Whether the line is the rest of what the layout broke off at the end of the full line above it.
pub(crate) fn is_rest(last: &Paragraph, run: &[Glyph], indent: usize) -> bool {
    let above = near(&last.run);
    let Some(end) = above.last().map(|glyph| glyph.c) else { return false };
    let next = tight(run);
    let whole = tight(above);
    if matches!(end, '。' | '；' | '：' | '！' | '？') || is_number_line(&next) || is_number_line(&whole) {
        return false;
    }
    // 常务委 / 员会主任：, 县住建局总工 / 程师: one word stands on both lines.
    let far = near(&whole).len();
    if crosses(&[near(&whole), &next[..next.len().min(8)]].concat(), far) {
        return true;
    }
    // What begins a paragraph is indented where paragraphs are.
    if indent > last.indent.max(1) || after_numbering(run, 0) > 0 || is_date_line(&next) {
        return false;
    }
    if ends_in_stump(above, run) {
        return true;
    }
    if is_label_line(run) || verb_heading(&next).is_some() {
        return false;
    }
    if is_ruled(above) || is_ruled(run) {
        return false;
    }
    // A full line may end what it says all the same: then what begins anew begins here.
    if ends_clause(&whole) || is_marked_end(end) || name_alone(&whole).is_some() {
        return false;
    }
    if is_whole(&whole) && begins_clause(&next) {
        return false;
    }
    !begins_anew(&next) || has_sentence(above) && !is_closing(&next)
}

/// 詹 / 必成, 诸葛 / 松　褚天骄, …住房和城乡规划建设局总工 / 程师: the last cell of the line above is none by itself.
fn ends_in_stump(above: &[Glyph], run: &[Glyph]) -> bool {
    let closed = close_names(above);
    let cells_above = cells(&closed);
    let (Some(last), Some(first)) = (cells_above.last(), cells(run).first().copied()) else { return false };
    let last = last.iter().rposition(|glyph| matches!(glyph.c, '：' | '、')).map_or(*last, |mark| &last[mark + 1..]);
    let first = first.split(|glyph| matches!(glyph.c, '、' | '：')).next().unwrap_or(first);
    let whole = [last, first].concat();
    if last.is_empty() || first.is_empty() {
        return false;
    }
    let dotted = first.iter().any(|glyph| glyph.c == '·');
    let torn = last.len() == 1 || dotted || name_alone(first).is_none() && !is_whole_post(first);
    let posted = is_whole_post(&whole) || is_bare_title(&whole);
    torn && (name_alone(&whole).is_some_and(|who| who.sure) || posted)
}

/// Formulas that no sentence has in its middle.
fn is_closing(run: &[Glyph]) -> bool {
    let formulas = words!["特此", "此令", "此复", "附件", "抄送", "主题词", "以上", "上述", "现予", "主送", "印发"];
    any(run, 0, formulas).is_some()
}
