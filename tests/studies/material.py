"""Texts of the five studies, written for these tests: name of the file → what stands in it.

They stand in the order of their names, in which a folder is read.
"""

from __future__ import annotations

# ------------------------------------------------------------------ 1: a leading group

RIVER = {
    "1 镇长访谈": (
        "去年夏天，柳湾河臭得开不了窗，居民天天打热线。我当天就把各科室叫到会议室，成立了治水领导小组。"
        "谁负责哪一段河，会上当场写在名单上。"
    ),
    "2 科员访谈": (
        "名单一贴，没有人再说不归自己管。每周五报进度，落后的科室要被点名。点名以后，第二周就开始清淤。"
    ),
    "3 工作简报": (
        "河水清了，热线少了。领导小组把轮值巡河写进了制度。今年的名单照着制度重新排，"
        "科室不等开会就动起来。"
    ),
}
RIVER_HELD_OUT = {
    "4 副镇长访谈": (
        "今年河边又有臭味，镇长还是先把大家叫来排名单，周五照样报进度，轮值巡河也没有停。"
    ),
}

# ------------------------------------------------------------------ 2: a safety committee

BUREAUS = {
    "fire bureau": (
        "Nobody wants a fire on their watch, so we bring our own engineers along. We check every"
        " boiler twice. The other bureaus read our report and nod."
    ),
    "transport bureau": (
        "The committee's aim is not our aim, we have roads to open. We send somebody to the meeting"
        " and wait what comes out. Two inspectors for four hundred depots is what we have."
    ),
}
DISTRICTS = {
    "harbour district": (
        "The firms pay the taxes here, and we do not want to lose one. Our people know every crane."
        " When the letter came we put it on the pile and waited."
    ),
    "north district": (
        "Safety is what we are measured by. We have no engineers, we can only look at the papers."
        " Whatever the committee asks for, we do the same week."
    ),
}

# ------------------------------------------------------------------ 3: a county and a city

FRAME = """名称,类型,上级,定义
政策环境,主范畴,,行动者无法自己决定的条件
上级要求,初始范畴,政策环境,上级的文件与考核
行动动机,主范畴,,为什么愿意或不愿意动手
部门收益,初始范畴,行动动机,参与给部门带来的好处
协作过程,主范畴,,从接到任务到办成之间做了什么
信息共享,初始范畴,协作过程,部门之间交换数据
媒体曝光,初始范畴,政策环境,报道带来的压力
"""
COUNTY = {
    "L县办公室主任": (
        "省里把这件事列进了年度考核。数据平台一周就接通了，各局每天把数传上来。办成了，局里多了五个编制。"
    ),
    "L县数据局": "考核表挂在墙上，谁都看得见。我们先把自己的数给出去，别的局才肯给。",
}
CITY = {
    "Y市发改委": (
        "文件转了三个月，没有说年底要查。各局都说数据有密级，不能给。平台建好了，没有人登录。"
    ),
    "Y市数据局": "多干这一件，功劳算别人的。我们去要数，坐了半天冷板凳。",
}

# ------------------------------------------------------------------ 4: interviews and cases

INTERVIEWS = {
    "clerk": (
        "The form asks for a stamp that the next office keeps. So people walk to us three times."
        " Nobody told us that the rule had changed."
    ),
    "head of office": (
        "We put the stamp and the counter into one room. Since the spring there is a sheet with the"
        " rules of the month. A young colleague walks the papers over, so that people need not."
    ),
    "resident": (
        "I took a morning off and came back with nothing. At the counter they could not see what"
        " the other office had already written down."
    ),
}
CASES = {
    "case 14 pension": (
        "The applicant called on the office three times. The second desk had no copy of the first"
        " desk's note. The duty clerk was away and nobody stood in."
    ),
    "case 22 permit": (
        "The old rule was applied for six weeks after the new one. A shared file was opened for"
        " both desks in May. A list of deputies now hangs at the door."
    ),
}

# ------------------------------------------------------------------ 5: joint meetings

MINUTES = {
    "East, January": (
        "The chair opened with the list of last month. Three of five tasks were done. The bureau of"
        " works asked for more money."
    ),
    "East, flood": (
        "Called for the night of the flood. Every bureau named one person and one telephone. The"
        " road was open at six."
    ),
    "西区三月例会": "会上念了上月的清单，五件办成两件。水务局又要经费。",
    "西区征地专题会": "就为这一块地开的会。各局当场定了一个人、一个电话。",
}
ABOUT = {
    "East, January": {"region": "East", "kind": "regular", "term": "long"},
    "East, flood": {"region": "East", "kind": "special", "term": "short"},
    "西区三月例会": {"region": "West", "kind": "regular", "term": "long"},
    "西区征地专题会": {"region": "West", "kind": "special", "term": "short"},
}
