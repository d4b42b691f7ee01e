//! The pictures of the README, taken from the real window on the sample register:
//!
//! `RENMIAN_SCREENSHOTS=$PWD/docs/pictures cargo test -p renmian-window-tests --test pictures -- --ignored`

use fantoccini::key::Key;
use renmian_window_tests::{Window, program};

const PAPER: &str = "青政人〔2024〕1号

青云县人民政府
关于陈娟叶等同志职务任免的通知

各乡镇人民政府，县政府各部门、各直属机构：
经2024年3月18日县人民政府第31次常务会议研究决定：
任命陈娟叶同志（女）为县司法局局长（试用期一年），免去其县司法局副局长职务；
任命戴松松同志为县国有资产事务中心主任（兼）；
任命欧阳文静同志为县审计局副局长，任职时间从2024年3月起计算；
免去曾柏志同志县自然资源局总规划师职务。
有关人员的工资关系按规定办理。

青云县人民政府
2024年3月20日
";

#[tokio::test]
#[ignore = "takes pictures; run by hand when a screen has changed"]
async fn of_the_main_screens() {
    let Some(program) = program() else { return };
    let mut window = Window::open(&program, None).await;
    window.says("示例台账").await;
    window.press("建立示例台账").await;
    window.says("最近登记").await;
    window.picture("today").await;

    window.go("人员").await;
    window.says("现任职务").await;
    window.go("#/people/9").await;
    window.says("复制简历").await;
    window.picture("person").await;

    window.go("花名册").await;
    window.says("任现职时间").await;
    window.picture("roster").await;

    window.go("登记").await;
    window.says("没有待登记的文件").await;
    window.copy(PAPER);
    window.keys(&[Key::Control], "v").await;
    window.says("青政人〔2024〕1号").await;
    window.says("欧阳文静").await;
    window.picture("enter").await;
    window.close().await;
}
