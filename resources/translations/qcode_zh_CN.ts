<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AmendForm</name>
    <message>
        <source>Amend</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Write into the entry of the code (A)</source>
        <translation>修改此编码的条目（A）</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Write a memo on these words and codes (M)</source>
        <translation>为这段文字和这些编码写备忘录（M）</translation>
    </message>
</context>
<context>
    <name>AnalyseWorkspace</name>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>AssignmentGrid</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>AssignmentsDialog</name>
    <message>
        <source>Who codes what</source>
        <translation>编码分工</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>筛选文档</translation>
    </message>
    <message>
        <source>A&amp;dd a coder…</source>
        <translation>添加编码者(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>分配(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>收回(&amp;T)</translation>
    </message>
    <message>
        <source>Deal &amp;evenly…</source>
        <translation>平均分配(&amp;E)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The project is open read-only; nothing can be changed here.</source>
        <translation>项目以只读方式打开，此处无法更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Space assigns, or takes away what is not finished; Ctrl+Z takes it back.</source>
        <translation>空格键分配文档，或收回尚未完成的文档；Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Assign documents</source>
        <translation>分配文档</translation>
    </message>
    <message>
        <source>Take documents away</source>
        <translation>收回文档</translation>
    </message>
    <message>
        <source>Deal documents</source>
        <translation>平均分配文档</translation>
    </message>
    <message>
        <source>Add a coder</source>
        <translation>添加编码者</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Attached to</source>
        <translation>关联到</translation>
    </message>
    <message>
        <source>On the project as a whole</source>
        <translation>关于整个项目</translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Paradigm</source>
        <translation>编码范式</translation>
    </message>
    <message>
        <source>No longer attached: {name}</source>
        <translation>取消关联：{name}</translation>
    </message>
    <message>
        <source>Attach the memo</source>
        <translation>关联备忘录</translation>
    </message>
    <message>
        <source>Detach the memo</source>
        <translation>取消备忘录的关联</translation>
    </message>
    <message>
        <source>&amp;Code, document or passage…</source>
        <translation>编码、文档或原始语句(&amp;C)…</translation>
    </message>
    <message>
        <source>The chosen &amp;passage: {name}</source>
        <translation>所选原始语句(&amp;P)：{name}</translation>
    </message>
    <message>
        <source>The &amp;words that are selected in the text</source>
        <translation>文本中选中的文字(&amp;W)</translation>
    </message>
    <message>
        <source>The &amp;document that is open: {name}</source>
        <translation>打开的文档(&amp;D)：{name}</translation>
    </message>
    <message>
        <source>The c&amp;hosen code: {name}</source>
        <translation>所选编码(&amp;H)：{name}</translation>
    </message>
    <message>
        <source>&amp;Relation</source>
        <translation>关系(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;aradigm</source>
        <translation>编码范式(&amp;A)</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Attach the memo to more</source>
        <translation>为备忘录添加关联</translation>
    </message>
    <message>
        <source>Attach to a code, a document, a passage, …</source>
        <translation>关联到编码、文档、原始语句等…</translation>
    </message>
</context>
<context>
    <name>AxialWorkspace</name>
    <message>
        <source>{count} codes are chosen</source>
        <translation>已选择 {count} 个编码</translation>
    </message>
    <message>
        <source>Move codes</source>
        <translation>移动编码</translation>
    </message>
</context>
<context>
    <name>BiographySection</name>
    <message>
        <source>and {count} earlier</source>
        <translation>以及更早的 {count} 项</translation>
    </message>
    <message>
        <source>1 coding, {day}</source>
        <translation>1 次编码，{day}</translation>
    </message>
    <message>
        <source>{count} codings, {day}</source>
        <translation>{count} 次编码，{day}</translation>
    </message>
    <message>
        <source>{count} codings, {first} to {last}</source>
        <translation>{count} 次编码，{first} 至 {last}</translation>
    </message>
    <message>
        <source>Biography</source>
        <translation>编码沿革</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>{code}, {kind}, {passages}</source>
        <translation>{code}，{kind}，{passages}</translation>
    </message>
    <message>
        <source>{code}, in {category}</source>
        <translation>{code}，属于 {category}</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>No {kind} yet. Make one, then drag codes to it, or choose them and press Ctrl+M.</source>
        <translation>还没有{kind}。请先新建一个，再将编码拖放到其中，或选中编码后按 Ctrl+M。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>范畴</translation>
    </message>
    <message>
        <source>No category yet. Make one, then drag concepts to it, or choose them and press Ctrl+M.</source>
        <translation>还没有范畴。请先新建一个，再将概念拖放到其中，或选中概念后按 Ctrl+M。</translation>
    </message>
    <message>
        <source>Main categories</source>
        <translation>主范畴</translation>
    </message>
    <message>
        <source>No main category yet. Make one, then drag categories to it, or choose them and press Ctrl+M.</source>
        <translation>还没有主范畴。请先新建一个，再将范畴拖放到其中，或选中范畴后按 Ctrl+M。</translation>
    </message>
    <message>
        <source>Concepts in categories</source>
        <translation>概念归入范畴</translation>
    </message>
    <message>
        <source>Categories in main categories</source>
        <translation>范畴归入主范畴</translation>
    </message>
    <message>
        <source>{low} in {high}</source>
        <translation>{low}归入{high}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Make a category</source>
        <translation>新建范畴</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>not coded</source>
        <translation>未编码</translation>
    </message>
    <message>
        <source>Memo: {words}</source>
        <translation>备忘录：{words}</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>Rename the code</source>
        <translation>重命名编码</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>内涵</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>CodeCommands</name>
    <message>
        <source>New code</source>
        <translation>新建编码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Change level</source>
        <translation>更改层级</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Merge codes</source>
        <translation>合并编码</translation>
    </message>
    <message>
        <source>Reading the passages</source>
        <translation>正在读取原始语句</translation>
    </message>
    <message>
        <source>Split the code</source>
        <translation>拆分编码</translation>
    </message>
    <message>
        <source>Move codes</source>
        <translation>移动编码</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Delete the code</source>
        <translation>删除编码</translation>
    </message>
</context>
<context>
    <name>CodePalette</name>
    <message>
        <source>Code for this passage</source>
        <translation>为这段文字编码</translation>
    </message>
    <message>
        <source>Find a code by name or number</source>
        <translation>按名称或编号查找编码</translation>
    </message>
    <message>
        <source>Codes that fit</source>
        <translation>匹配的编码</translation>
    </message>
    <message>
        <source>Another code for this passage</source>
        <translation>为这段文字换用另一个编码</translation>
    </message>
    <message>
        <source>“category: name” makes a code there</source>
        <translation>输入“范畴：名称”，在该范畴下新建</translation>
    </message>
    <message>
        <source>“{category}: name” makes a code there</source>
        <translation>输入“{category}：名称”，在该处新建编码</translation>
    </message>
    <message>
        <source>Ctrl+Enter stays open</source>
        <translation>Ctrl+回车：应用后不关闭</translation>
    </message>
    <message>
        <source>✓ on this passage: {codes}</source>
        <translation>✓ 已有编码：{codes}</translation>
    </message>
</context>
<context>
    <name>CodeSection</name>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Add a definition…</source>
        <translation>添加定义…</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>Add when to use…</source>
        <translation>添加何时使用…</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>何时不用</translation>
    </message>
    <message>
        <source>Add when not to use…</source>
        <translation>添加何时不用…</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>典型例句</translation>
    </message>
    <message>
        <source>Add a typical example…</source>
        <translation>添加典型例句…</translation>
    </message>
    <message>
        <source>Boundary example</source>
        <translation>边界例句</translation>
    </message>
    <message>
        <source>Add a boundary example…</source>
        <translation>添加边界例句…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Show passages</source>
        <translation>显示原始语句</translation>
    </message>
    <message>
        <source>in {code}</source>
        <translation>属于 {code}</translation>
    </message>
    <message>
        <source>Go to the code above: {code}</source>
        <translation>转到上级编码：{code}</translation>
    </message>
    <message>
        <source>no passages yet</source>
        <translation>尚无原始语句</translation>
    </message>
    <message>
        <source>{passages} in {documents}</source>
        <translation>{documents}，{passages}</translation>
    </message>
    <message>
        <source>{count} of its own</source>
        <translation>其中直接编码 {count} 条</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 篇文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>Describe the code</source>
        <translation>编辑编码说明</translation>
    </message>
</context>
<context>
    <name>CodeTable</name>
    <message>
        <source>Its disagreements</source>
        <translation>其分歧</translation>
    </message>
    <message>
        <source>Its passages</source>
        <translation>其原始语句</translation>
    </message>
    <message>
        <source>Sort by this column, lowest first</source>
        <translation>按此列从低到高排列</translation>
    </message>
    <message>
        <source>Sort by this column, highest first</source>
        <translation>按此列从高到低排列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Agreement on each code</source>
        <translation>各编码的一致性</translation>
    </message>
    <message>
        <source>Agreement on all codes, pooled</source>
        <translation>全部编码的一致性（合并）</translation>
    </message>
</context>
<context>
    <name>CodeTreeModel</name>
    <message>
        <source>{code}, {kind}, {passages}</source>
        <translation>{code}，{kind}，{passages}</translation>
    </message>
    <message>
        <source>{code}, favourite</source>
        <translation>{code}，已收藏</translation>
    </message>
    <message>
        <source>{passages} of its own, {count} with all codes below</source>
        <translation>直接编码 {passages}，连同下级编码共 {count} 条</translation>
    </message>
    <message>
        <source>Key {digit} applies it to a passage</source>
        <translation>按数字键 {digit} 应用到原始语句</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
</context>
<context>
    <name>CodeWorkspace</name>
    <message>
        <source>passage {place} of {count}</source>
        <translation>原始语句 {place} / {count}</translation>
    </message>
    <message>
        <source>1 passage here</source>
        <translation>本文档有 1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages here</source>
        <translation>本文档有 {count} 条原始语句</translation>
    </message>
    <message>
        <source>No document yet</source>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
</context>
<context>
    <name>CoderButton</name>
    <message>
        <source>{name} · blind</source>
        <translation>{name} · 盲编</translation>
    </message>
    <message>
        <source>Who codes. Every coding carries this name.</source>
        <translation>由谁编码。每次编码都会记下此姓名。</translation>
    </message>
    <message>
        <source>Coder: {name}</source>
        <translation>编码者：{name}</translation>
    </message>
    <message>
        <source>Coders work blind: codings of others are hidden in what you have not finished.</source>
        <translation>盲编：在您尚未完成的文档中，不显示他人的编码。</translation>
    </message>
    <message>
        <source>Coder: {name}, works blind</source>
        <translation>编码者：{name}，盲编</translation>
    </message>
</context>
<context>
    <name>CoderCommands</name>
    <message>
        <source>Work blind</source>
        <translation>盲编</translation>
    </message>
</context>
<context>
    <name>CoderTicks</name>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
</context>
<context>
    <name>CodesPanel</name>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>筛选编码</translation>
    </message>
    <message>
        <source>Only favourites</source>
        <translation>仅收藏</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>仅显示收藏的编码</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>above: {count}</source>
        <translation>更高层级：{count}</translation>
    </message>
    <message>
        <source>1 concept</source>
        <translation>1 个概念</translation>
    </message>
    <message>
        <source>{count} concepts</source>
        <translation>{count} 个概念</translation>
    </message>
    <message>
        <source>1 category</source>
        <translation>1 个范畴</translation>
    </message>
    <message>
        <source>{count} categories</source>
        <translation>{count} 个范畴</translation>
    </message>
    <message>
        <source>No codes yet. Select words and press Enter.</source>
        <translation>还没有编码。选中文字，按回车键。</translation>
    </message>
    <message>
        <source>No favourites yet. Press {keys} on a code to keep it at hand.</source>
        <translation>还没有收藏。在编码上按 {keys} 即可收藏，方便取用。</translation>
    </message>
    <message>
        <source>No favourite contains these words.</source>
        <translation>收藏中没有名称包含这些字词的编码。</translation>
    </message>
    <message>
        <source>No code contains these words.</source>
        <translation>没有名称包含这些字词的编码。</translation>
    </message>
    <message>
        <source>Rename the code</source>
        <translation>重命名编码</translation>
    </message>
    <message>
        <source>Move codes</source>
        <translation>移动编码</translation>
    </message>
</context>
<context>
    <name>CodingButton</name>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>coded by {coder}</source>
        <translation>编码者：{coder}</translation>
    </message>
    <message>
        <source>typical</source>
        <translation>典型</translation>
    </message>
    <message>
        <source>on another stretch of words here</source>
        <translation>标在此处的另一段文字上</translation>
    </message>
    <message>
        <source>Remove this code from the passage</source>
        <translation>从这条原始语句上取消此编码</translation>
    </message>
</context>
<context>
    <name>CodingCommands</name>
    <message>
        <source>Apply a code</source>
        <translation>应用编码</translation>
    </message>
    <message>
        <source>Code in vivo</source>
        <translation>原话编码</translation>
    </message>
    <message>
        <source>Recode the passages</source>
        <translation>为原始语句改编码</translation>
    </message>
    <message>
        <source>Memo on this passage</source>
        <translation>此原始语句的备忘录</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>取消编码</translation>
    </message>
    <message>
        <source>Mark as typical</source>
        <translation>标为典型</translation>
    </message>
    <message>
        <source>Use as example</source>
        <translation>用作例句</translation>
    </message>
</context>
<context>
    <name>CodingRows</name>
    <message>
        <source>Codes on this passage</source>
        <translation>此原始语句的编码</translation>
    </message>
</context>
<context>
    <name>CodingTip</name>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>CoherencePage</name>
    <message>
        <source>Merge codes</source>
        <translation>合并编码</translation>
    </message>
    <message>
        <source>1 thing does not fit yet</source>
        <translation>有 1 处有待理顺</translation>
    </message>
    <message>
        <source>{count} things do not fit yet</source>
        <translation>有 {count} 处有待理顺</translation>
    </message>
    <message>
        <source>What does not fit together</source>
        <translation>有待理顺之处</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>在编码列表中显示</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在看板中显示</translation>
    </message>
    <message>
        <source>Show the passages</source>
        <translation>显示原始语句</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Everything fits together at this point</source>
        <translation>目前各处均已理顺</translation>
    </message>
    <message>
        <source>Enter, or a click on the lower line, leads to where it is put right.</source>
        <translation>按回车键或单击下方一行，可转到需要修正之处。</translation>
    </message>
    <message>
        <source>What does not fit is listed here as soon as it comes up.</source>
        <translation>一旦出现有待理顺之处，就会列在这里。</translation>
    </message>
</context>
<context>
    <name>CommandList</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Find a command by its name</source>
        <translation>按名称查找命令</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有匹配的命令。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Write a memo</source>
        <translation>撰写备忘录</translation>
    </message>
    <message>
        <source>What differs?</source>
        <translation>有何差异？</translation>
    </message>
    <message>
        <source>Add a memo</source>
        <translation>添加备忘录</translation>
    </message>
    <message>
        <source>Memo on the difference</source>
        <translation>关于差异的备忘录</translation>
    </message>
    <message>
        <source>What is alike in these passages, what differs, and why?</source>
        <translation>这些原始语句有何相同，有何不同，原因何在？</translation>
    </message>
</context>
<context>
    <name>ConflictDetail</name>
    <message>
        <source>Both sides</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>Changed here and in {file}.</source>
        <translation>此处和 {file} 均有更改。</translation>
    </message>
    <message>
        <source>Different here and in {file}.</source>
        <translation>此处与 {file} 中不同。</translation>
    </message>
    <message>
        <source>Deleted here; {file} has used or changed it since. Mine leaves it deleted, theirs and both bring it back.</source>
        <translation>此处已删除，而 {file} 此后使用或更改过它。选“我方”则保持删除，选“对方”或“两者”则恢复。</translation>
    </message>
    <message>
        <source>Deleted in {file}; it was used or changed here since. Mine and both keep it, theirs deletes it.</source>
        <translation>{file} 中已删除，而此处此后使用或更改过它。选“我方”或“两者”则保留，选“对方”则删除。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln codings, links or memos rest on it.</source>
        <translation>
            <numerusform>有 %Ln 项编码、关联或备忘录依附于它。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was merged into “{code}”: what rests on it moves there, too.</source>
        <translation>它已合并到“{code}”：依附于它的内容也随之移过去。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原先</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Both, mine first, with an empty line between</source>
        <translation>两者：我方在前，中间空一行</translation>
    </message>
    <message>
        <source>Both: mine / theirs</source>
        <translation>两者：我方 / 对方</translation>
    </message>
</context>
<context>
    <name>ConflictRows</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>冲突情形</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>by field</source>
        <translation>逐项选择</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分已选</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>What both sides changed</source>
        <translation>双方都更改了的内容</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>mine for the rest</source>
        <translation>其余均取我方</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>theirs for the rest</source>
        <translation>其余均取对方</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>both for the rest</source>
        <translation>其余均取两者</translation>
    </message>
    <message>
        <source>The rest:</source>
        <translation>其余：</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Codes that two coders take for each other</source>
        <translation>两位编码者相互混用的编码</translation>
    </message>
</context>
<context>
    <name>ConsensusBar</name>
    <message>
        <source>{settled} of {rows} settled</source>
        <translation>已裁定 {settled}/{rows}</translation>
    </message>
    <message>
        <source>{count} about other codings</source>
        <translation>其中 {count} 项所依据的编码已变动</translation>
    </message>
    <message>
        <source>These codings have changed since they were decided about.</source>
        <translation>裁定之后，相关编码又有变动。</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>Take over {count} on which all agree</source>
        <translation>采纳各方一致的 {count} 次编码</translation>
    </message>
    <message>
        <source>All that is agreed on is taken over</source>
        <translation>各方一致的编码均已采纳</translation>
    </message>
    <message>
        <source>Codings of the same words with the same code, as one step</source>
        <translation>将各方在相同文字上所作的相同编码一步写入共识</translation>
    </message>
</context>
<context>
    <name>CoreLine</name>
    <message>
        <source>There is no {kind} yet.</source>
        <translation>还没有{kind}。</translation>
    </message>
    <message>
        <source>Make “{code}” a {kind}</source>
        <translation>将“{code}”设为{kind}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>none yet: to which category is everything else tied?</source>
        <translation>暂无：其他一切都与哪个范畴相联系？</translation>
    </message>
    <message>
        <source>Show its passages</source>
        <translation>显示其原始语句</translation>
    </message>
    <message>
        <source>{kind}: {names}. A model has one.</source>
        <translation>{kind}：{names}。一个模型只有一个。</translation>
    </message>
</context>
<context>
    <name>DatesPopup</name>
    <message>
        <source>Written or changed</source>
        <translation>撰写或修改日期</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>显示这些日期</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>Deal documents evenly</source>
        <translation>平均分配文档</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected documents</source>
        <translation>
            <numerusform>所选的 %Ln 篇文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents that nobody has yet</source>
        <translation>
            <numerusform>尚未分配的 %Ln 篇文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln documents</source>
        <translation>
            <numerusform>全部 %Ln 篇文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Coded by two</source>
        <translation>由两人编码</translation>
    </message>
    <message>
        <source>evenly within each &amp;group, too</source>
        <translation>在各文档分组内也平均分配(&amp;G)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed deals in the same way again.</source>
        <translation>种子相同，分配结果就相同。</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>分配结果</translation>
    </message>
    <message>
        <source>Nothing is taken from anybody: what they have already stays theirs.</source>
        <translation>各人已有的文档保持不变，不会收回。</translation>
    </message>
    <message>
        <source>They have all that they would be dealt already.</source>
        <translation>要分配给他们的文档，他们都已有了。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Coded by two or more then</source>
        <translation>届时由两人或以上编码</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Settle the disagreement</source>
        <translation>裁定分歧</translation>
    </message>
    <message>
        <source>Open the disagreement again</source>
        <translation>撤回裁定</translation>
    </message>
    <message>
        <source>Another code for the consensus</source>
        <translation>为共识另选编码</translation>
    </message>
    <message>
        <source>Take this code</source>
        <translation>采用此编码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Amend the code</source>
        <translation>修订编码</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Merge codes</source>
        <translation>合并编码</translation>
    </message>
    <message>
        <source>Reading the passages</source>
        <translation>正在读取原始语句</translation>
    </message>
    <message>
        <source>Split the code</source>
        <translation>拆分编码</translation>
    </message>
    <message>
        <source>Memo on the disagreement</source>
        <translation>关于此分歧的备忘录</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
</context>
<context>
    <name>DiagramPanel</name>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 个关系</translation>
    </message>
    <message>
        <source>{count} relations</source>
        <translation>{count} 个关系</translation>
    </message>
    <message>
        <source>Put a category into the model</source>
        <translation>将范畴放入模型</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Lay out anew</source>
        <translation>重新布局</translation>
    </message>
    <message>
        <source>Move in the diagram</source>
        <translation>在图中移动</translation>
    </message>
    <message>
        <source>Take out of the model</source>
        <translation>移出模型</translation>
    </message>
    <message>
        <source>It belongs to the model as a {kind}, or by its relations or stage. Delete these to take it out.</source>
        <translation>它因是{kind}，或因其关系或阶段而属于模型。要将其移出，请先取消这些设置。</translation>
    </message>
    <message>
        <source>Its passages	Enter</source>
        <translation>其原始语句	Enter</translation>
    </message>
    <message>
        <source>Show the passages	Enter</source>
        <translation>显示原始语句	Enter</translation>
    </message>
    <message>
        <source>Relate to…	R</source>
        <translation>建立关系…	R</translation>
    </message>
    <message>
        <source>Put into stage</source>
        <translation>放入阶段</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>撰写备忘录</translation>
    </message>
    <message>
        <source>Take out of the model	Del</source>
        <translation>移出模型	Del</translation>
    </message>
    <message>
        <source>Relate two categories…</source>
        <translation>建立范畴关系…</translation>
    </message>
    <message>
        <source>Put a category into the model…</source>
        <translation>将范畴放入模型…</translation>
    </message>
    <message>
        <source>Show all of it	0</source>
        <translation>显示全图	0</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Rename the category</source>
        <translation>重命名范畴</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Diagram of the model</source>
        <translation>模型图</translation>
    </message>
    <message>
        <source>Nothing to draw yet. Main categories stand here as soon as there are some; other categories once they have a relation or a stage.</source>
        <translation>还没有可绘制的内容。有了主范畴，就会显示在这里；其他范畴在建立关系或归入阶段后显示。</translation>
    </message>
</context>
<context>
    <name>DiagramTools</name>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relate two categories (R)</source>
        <translation>建立两个范畴之间的关系（R）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>范畴</translation>
    </message>
    <message>
        <source>Put into the model: {category}</source>
        <translation>放入模型：{category}</translation>
    </message>
    <message>
        <source>Put a category into the model</source>
        <translation>将范畴放入模型</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Make a stage of the process; categories are dragged into it</source>
        <translation>新建过程的阶段；可将范畴拖入其中</translation>
    </message>
    <message>
        <source>Lay out anew</source>
        <translation>重新布局</translation>
    </message>
    <message>
        <source>Forget where boxes were moved by hand, and lay all of them out</source>
        <translation>不再保留手动移动过的位置，将所有方框重新布局</translation>
    </message>
    <message>
        <source>Shaded</source>
        <translation>深浅</translation>
    </message>
    <message>
        <source>Tint boxes by how many passages rest on them</source>
        <translation>按原始语句的数量为方框着色</translation>
    </message>
    <message>
        <source>Sized</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size boxes by how many passages rest on them</source>
        <translation>按原始语句的数量调整方框大小</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Nearer (+, Ctrl+wheel)</source>
        <translation>放大（+，Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Further away (−, Ctrl+wheel)</source>
        <translation>缩小（−，Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>显示全图（0）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the diagram as SVG, PNG or PDF</source>
        <translation>将图导出为 SVG、PNG 或 PDF</translation>
    </message>
</context>
<context>
    <name>DimensionRow</name>
    <message>
        <source>{property}, from {low} to {high}</source>
        <translation>{property}，从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Change, take off, delete</source>
        <translation>更改、移除、删除</translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message>
        <source>Choose a passage above to say where it lies.</source>
        <translation>请在上方选择一条原始语句，以标出它的位置。</translation>
    </message>
    <message>
        <source>Where {passage} lies:</source>
        <translation>{passage} 的位置：</translation>
    </message>
    <message>
        <source>Place a passage</source>
        <translation>标定原始语句</translation>
    </message>
    <message>
        <source>New property</source>
        <translation>新建属性</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Take the passage off</source>
        <translation>移除此语句的标定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Change the property</source>
        <translation>更改属性</translation>
    </message>
    <message>
        <source>Delete the property</source>
        <translation>删除属性</translation>
    </message>
    <message>
        <source>Properties and dimensions</source>
        <translation>属性与维度</translation>
    </message>
    <message>
        <source>Add a property</source>
        <translation>添加属性</translation>
    </message>
</context>
<context>
    <name>DocumentCommands</name>
    <message>
        <source>Status</source>
        <translation>我的进度</translation>
    </message>
    <message>
        <source>Delete the document</source>
        <translation>删除文档</translation>
    </message>
</context>
<context>
    <name>DocumentHeader</name>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>How far I am with this document: {status}</source>
        <translation>我对这篇文档的编码进度：{status}</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>上一篇文档</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>下一篇文档</translation>
    </message>
</context>
<context>
    <name>DocumentPicks</name>
    <message>
        <source>Filter documents</source>
        <translation>筛选文档</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>DocumentSection</name>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>我的进度</translation>
    </message>
    <message>
        <source>How far I am with this document</source>
        <translation>我对这篇文档的编码进度</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit label, group and variables</source>
        <translation>编辑短标签、分组和变量</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Add a memo on the document</source>
        <translation>为文档添加备忘录</translation>
    </message>
    <message>
        <source>Memo on the document</source>
        <translation>文档备忘录</translation>
    </message>
    <message>
        <source>Write about this document…</source>
        <translation>写下对这篇文档的想法…</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
</context>
<context>
    <name>DocumentTreeModel</name>
    <message>
        <source>{document}, {status}, {passages}</source>
        <translation>{document}，{status}，{passages}</translation>
    </message>
    <message>
        <source>Group {group}, {documents}</source>
        <translation>分组“{group}”，{documents}</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 篇文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>筛选文档</translation>
    </message>
    <message>
        <source>{done} of {count} finished</source>
        <translation>已完成 {done}/{count}</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>No documents yet. Drop texts anywhere in this window, or press {keys}.</source>
        <translation>还没有文档。请将文本拖放到窗口中，或按 {keys}。</translation>
    </message>
    <message>
        <source>No document contains these words in its name.</source>
        <translation>没有名称包含这些字词的文档。</translation>
    </message>
    <message>
        <source>No document of this status contains these words in its name.</source>
        <translation>此进度的文档中，没有名称包含这些字词的。</translation>
    </message>
    <message>
        <source>No document has this status of your work.</source>
        <translation>没有处于此进度的文档。</translation>
    </message>
    <message>
        <source>Rename the document</source>
        <translation>重命名文档</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>重命名分组</translation>
    </message>
    <message>
        <source>Group documents</source>
        <translation>文档分组</translation>
    </message>
    <message>
        <source>Order documents</source>
        <translation>调整文档顺序</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>解散分组</translation>
    </message>
</context>
<context>
    <name>DueButton</name>
    <message numerus="yes">
        <source>%Ln documents to code again…</source>
        <translation>
            <numerusform>%Ln 篇文档待重编码…</numerusform>
        </translation>
    </message>
    <message>
        <source>They were drawn to be coded a second time: code them as {name}.</source>
        <translation>这些文档已抽出供重编码：请以“{name}”的身份编码。</translation>
    </message>
</context>
<context>
    <name>EdgeCard</name>
    <message>
        <source>Move the edges: ← → the end, ↑ ↓ the beginning, with Ctrl by words, or drag them. Enter keeps them, Esc leaves.</source>
        <translation>调整边界：← → 移动终点，↑ ↓ 移动起点，按住 Ctrl 则逐词移动，也可用鼠标拖动。按回车键确定，按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Edges of the passage</source>
        <translation>原始语句的边界</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Compare all documents</source>
        <translation>比较全部文档</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Import texts first; two people can then code them on their own.</source>
        <translation>请先导入文本，然后由两人各自独立编码。</translation>
    </message>
    <message>
        <source>Only {name} has coded here so far.</source>
        <translation>目前只有 {name} 在此编码。</translation>
    </message>
    <message>
        <source>Nobody has coded here so far.</source>
        <translation>目前尚无人在此编码。</translation>
    </message>
    <message>
        <source>Hand documents to a second coder and bring their work back, or let them code in this project under their own name. What each has finished is then compared here, and you talk over what you differ in.</source>
        <translation>请将文档分发给第二位编码者，完成后再并入；或请对方以自己的姓名在本项目中编码。之后，各人已完成的部分会在此处比较，以便一起讨论分歧。</translation>
    </message>
    <message>
        <source>It takes two to agree</source>
        <translation>至少需要两位编码者</translation>
    </message>
    <message>
        <source>Choose at least two coders</source>
        <translation>请至少选择两位编码者</translation>
    </message>
    <message>
        <source>They stand at the top: {names}.</source>
        <translation>编码者列在上方：{names}。</translation>
    </message>
    <message>
        <source>This cannot be compared</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>Of {count} documents none is set to finished by {names}. Set the status of what is done (menu Documents, Status of my work); what a coder has not finished counts as missing, not as uncoded.</source>
        <translation>{count} 篇文档中，没有一篇被 {names} 都设为“已完成”。请为已编完的文档设置进度（菜单“文档”中的“我的进度”）；编码者尚未完成的文档按缺失计，不按未编码计。</translation>
    </message>
    <message>
        <source>You work blind: of others you see what you have finished.</source>
        <translation>您正在盲编：只有自己已完成的文档，才能看到他人的编码。</translation>
    </message>
    <message>
        <source>No document is finished by all</source>
        <translation>没有各编码者均已完成的文档</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>because: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>Change the reason…</source>
        <translation>更改理由…</translation>
    </message>
    <message>
        <source>Add a reason…</source>
        <translation>添加理由…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>CSV (a plain table)</source>
        <translation>CSV（纯文本表格）</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>A code that is chosen stands for itself and all codes below it.</source>
        <translation>选中的编码包括其自身及所有下级编码。</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信纸</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>此文件已存在，将被替换。</translation>
    </message>
</context>
<context>
    <name>FamilyBox</name>
    <message>
        <source>the program’s own</source>
        <translation>程序默认</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Filter codes</source>
        <translation>筛选编码</translation>
    </message>
    <message>
        <source>Which coders</source>
        <translation>选择编码者</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>所有编码者</translation>
    </message>
    <message>
        <source>Per code</source>
        <translation>各编码</translation>
    </message>
    <message>
        <source>{count} of {all} documents, finished or not</source>
        <translation>{all} 篇文档中的 {count} 篇，不论是否完成</translation>
    </message>
    <message>
        <source>{count} of {all} documents, finished by both</source>
        <translation>{all} 份文档中有 {count} 份两人均已完成</translation>
    </message>
    <message>
        <source>{count} of {all} documents finished by all, {two} by two</source>
        <translation>{all} 份文档中有 {count} 份全员均已完成，{two} 份由两人完成</translation>
    </message>
    <message>
        <source>{count} of {all} documents, finished by all</source>
        <translation>{all} 篇文档中的 {count} 篇，均已完成</translation>
    </message>
    <message>
        <source>Lowest α {lowest}, median {median}</source>
        <translation>α 最低 {lowest}，中位数 {median}</translation>
    </message>
    <message>
        <source>Lines at {values}: {source}</source>
        <translation>参考线 {values}：{source}</translation>
    </message>
    <message>
        <source>Segments are matched between two coders: choose two of them above.</source>
        <translation>编码片段只能在两位编码者之间匹配：请在上方选择其中两位。</translation>
    </message>
    <message>
        <source>No document is finished by all: choose two of the coders above.</source>
        <translation>没有全员均已完成的文档：请在上方选择其中两位编码者。</translation>
    </message>
    <message>
        <source>No intervals under ten documents</source>
        <translation>文档少于十篇，不给出置信区间</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>No longer: {condition}</source>
        <translation>取消条件“{condition}”</translation>
    </message>
    <message>
        <source>C&amp;lear all</source>
        <translation>全部清除(&amp;L)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Code all…</source>
        <translation>编码全部…</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Code all hits at once</source>
        <translation>一次为所有匹配处编码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Make a project and bring in interviews, field notes or abstracts.</source>
        <translation>新建一个项目，导入访谈、田野笔记或摘要。</translation>
    </message>
    <message>
        <source>Select words that matter and press Enter.</source>
        <translation>选中重要的文字，按回车键。</translation>
    </message>
    <message>
        <source>Name what they say. That name is your first code.</source>
        <translation>为这段文字所说的内容命名：这就是您的第一个编码。</translation>
    </message>
    <message>
        <source>There is nothing to save: every step is kept, and every step can be undone.</source>
        <translation>无需保存：每一步都会自动保留，每一步都可以撤销。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FoundPanel</name>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} / {count}</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>No memo is like that.</source>
        <translation>没有符合条件的备忘录。</translation>
    </message>
    <message>
        <source>No memo yet. Write down what strikes you: with New, or with Ctrl+Shift+M beside the text.</source>
        <translation>还没有备忘录。请记下触动您的想法：点“新建”，或在文本旁按 Ctrl+Shift+M。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Write a new memo</source>
        <translation>撰写新备忘录</translation>
    </message>
</context>
<context>
    <name>FrequenciesPage</name>
    <message>
        <source>How often codes occur</source>
        <translation>编码出现的频次</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>groups of documents</source>
        <translation>文档分组</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Codes and how often they occur</source>
        <translation>编码及其出现频次</translation>
    </message>
    <message>
        <source>Passages of a code and all codes below it, in brackets the documents that have any. Documents altogether: {count}.</source>
        <translation>某编码及其所有下级编码的原始语句，括号内为含有该编码的文档数。文档共 {count} 篇。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>未分组</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Documents and coders</source>
        <translation>文档与编码者</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Agreement on each code in each document</source>
        <translation>各编码在各文档中的一致性</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>Do not show this hint again</source>
        <translation>不再显示此提示</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Select words in the text that say something about your question.</source>
        <translation>在文本中选中与研究问题有关的文字。</translation>
    </message>
    <message>
        <source>Press Enter and name what they say: that is a code.</source>
        <translation>按回车键，为其含义命名：这就是一个编码。</translation>
    </message>
    <message>
        <source>Click marked words to see their codes here and write a memo on them.</source>
        <translation>点击已编码的文字，可在此查看其编码并撰写备忘录。</translation>
    </message>
    <message>
        <source>{keys} takes any step back.</source>
        <translation>按 {keys} 可撤销任何一步。</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>the project stands here</source>
        <translation>项目当前状态</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>{step}, {time}, {coder}</source>
        <translation>{step}，{time}，{coder}</translation>
    </message>
    <message>
        <source>{step}: where the project stands now</source>
        <translation>{step}：项目当前状态</translation>
    </message>
    <message>
        <source>{step}: undone</source>
        <translation>{step}：已撤销</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>any coder</source>
        <translation>所有编码者</translation>
    </message>
    <message>
        <source>about anything</source>
        <translation>所有内容</translation>
    </message>
    <message>
        <source>any document</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>any code</source>
        <translation>所有编码</translation>
    </message>
    <message>
        <source>{code} (gone)</source>
        <translation>{code}（已删除）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Change the reason…</source>
        <translation>更改理由…</translation>
    </message>
    <message>
        <source>Add a reason…</source>
        <translation>添加理由…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{step} (undone)</source>
        <translation>{step}（已撤销）</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>步骤，最新的在前</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>涉及内容</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Words in the step</source>
        <translation>步骤中的字词</translation>
    </message>
    <message>
        <source>Filter steps</source>
        <translation>筛选步骤</translation>
    </message>
    <message>
        <source>from any day</source>
        <translation>起始不限</translation>
    </message>
    <message>
        <source>up to any day</source>
        <translation>截止不限</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>Methods appendix…</source>
        <translation>研究方法附录…</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 个步骤</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {count} steps up to here</source>
        <translation>撤销到此处（{count} 步）</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>撤销此步</translation>
    </message>
    <message>
        <source>No step contains “{words}”.</source>
        <translation>没有包含“{words}”的步骤。</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>The project is open read-only; nothing can be undone.</source>
        <translation>项目以只读方式打开，无法撤销。</translation>
    </message>
    <message>
        <source>Choose a step to go back to the state before it.</source>
        <translation>选择一步，可回到该步之前的状态。</translation>
    </message>
    <message>
        <source>What is undone can be redone step by step.</source>
        <translation>已撤销的步骤可以逐步重做。</translation>
    </message>
    <message>
        <source>This step is undone already.</source>
        <translation>此步已撤销。</translation>
    </message>
    <message>
        <source>An undo is taken back with Redo.</source>
        <translation>要取消撤销，请用“重做”。</translation>
    </message>
    <message>
        <source>Choose the step itself to undo it again.</source>
        <translation>如需再次撤销，请选择该步骤本身。</translation>
    </message>
    <message>
        <source>This step cannot be undone.</source>
        <translation>此步无法撤销。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>步骤，最新的在前</translation>
    </message>
    <message>
        <source>Filter steps</source>
        <translation>筛选步骤</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>关闭历史记录</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import texts</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>All rows that are shown. Space: the selected rows.</source>
        <translation>作用于当前显示的所有行。空格键：仅作用于选中的行。</translation>
    </message>
    <message>
        <source>recognised by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>one document a file</source>
        <translation>每个文件一篇文档</translation>
    </message>
    <message>
        <source>records of a database</source>
        <translation>数据库题录</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>仍然导入</translation>
    </message>
    <message>
        <source>Take texts as</source>
        <translation>文本类型</translation>
    </message>
    <message>
        <source>Put into the group</source>
        <translation>放入分组</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复项</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Reading texts</source>
        <translation>正在读取文本</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln documents</source>
        <translation>
            <numerusform>导入 %Ln 篇文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>Importing texts</source>
        <translation>正在导入文本</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… 以及另外 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates were left out.</source>
        <translation>
            <numerusform>跳过了 %Ln 个重复项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts could not be read.</source>
        <translation>
            <numerusform>有 %Ln 个文本无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents came in</source>
        <translation>
            <numerusform>已导入 %Ln 篇文档</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Beginning of the text</source>
        <translation>文本开头</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>Choose a row to see its beginning here.</source>
        <translation>选择一行，可在此查看其开头部分。</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>It seems to be here already: {reason}.</source>
        <translation>项目中似乎已有此文本：{reason}。</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>a part of this file was left out</source>
        <translation>此文件有一部分未导入</translation>
    </message>
    <message>
        <source>Recognised: {encoding}</source>
        <translation>自动识别：{encoding}</translation>
    </message>
    <message>
        <source>given by the format</source>
        <translation>由文件格式决定</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short label</source>
        <translation>短标签</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>What would come in</source>
        <translation>将要导入的内容</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>LinkChooser</name>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有匹配的名称。</translation>
    </message>
    <message>
        <source>Enter attaches it · Tab shows the passages of the code</source>
        <translation>回车键关联 · Tab 键显示该编码的原始语句</translation>
    </message>
    <message>
        <source>Attach to a code or a document</source>
        <translation>关联到编码或文档</translation>
    </message>
    <message>
        <source>Enter links it · Tab shows the passages of the code</source>
        <translation>回车键插入链接 · Tab 键显示该编码的原始语句</translation>
    </message>
    <message>
        <source>Link to a code or a document</source>
        <translation>链接到编码或文档</translation>
    </message>
    <message>
        <source>There is no passage like that.</source>
        <translation>没有匹配的原始语句。</translation>
    </message>
    <message>
        <source>Enter attaches it · Esc goes back to the codes</source>
        <translation>回车键关联 · Esc 键返回编码</translation>
    </message>
    <message>
        <source>Attach to a passage</source>
        <translation>关联到原始语句</translation>
    </message>
    <message>
        <source>Enter links it · Esc goes back to the codes</source>
        <translation>回车键插入链接 · Esc 键返回编码</translation>
    </message>
    <message>
        <source>Link to a passage</source>
        <translation>链接到原始语句</translation>
    </message>
    <message>
        <source>Enter attaches the document</source>
        <translation>Enter 附到该文档</translation>
    </message>
    <message>
        <source>Enter links the document</source>
        <translation>Enter 链接该文档</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>LinkHelp</name>
    <message>
        <source>Insert a link</source>
        <translation>插入链接</translation>
    </message>
    <message>
        <source>Quote live: {keys}</source>
        <translation>插入动态引文：{keys}</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>Recode…	R</source>
        <translation>改编码…	R</translation>
    </message>
    <message>
        <source>Memo	M</source>
        <translation>备忘录	M</translation>
    </message>
    <message>
        <source>Remove the codings	Del</source>
        <translation>取消这些编码	Del</translation>
    </message>
    <message>
        <source>Mark as typical	T</source>
        <translation>标为典型	T</translation>
    </message>
    <message>
        <source>No longer typical</source>
        <translation>不再标为典型</translation>
    </message>
    <message>
        <source>Keep in view	K</source>
        <translation>固定	K</translation>
    </message>
</context>
<context>
    <name>LoosePanel</name>
    <message>
        <source>No {kind} yet</source>
        <translation>尚未归入{kind}</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>No category yet</source>
        <translation>尚未归入范畴</translation>
    </message>
    <message>
        <source>1 concept</source>
        <translation>1 个概念</translation>
    </message>
    <message>
        <source>{count} concepts</source>
        <translation>{count} 个概念</translation>
    </message>
    <message>
        <source>No main category yet</source>
        <translation>尚未归入主范畴</translation>
    </message>
    <message>
        <source>1 category</source>
        <translation>1 个范畴</translation>
    </message>
    <message>
        <source>{count} categories</source>
        <translation>{count} 个范畴</translation>
    </message>
    <message>
        <source>Nothing here contains these words.</source>
        <translation>没有包含这些字词的内容。</translation>
    </message>
    <message>
        <source>Everything has its place here: {kind}.</source>
        <translation>全部都已归入{kind}。</translation>
    </message>
    <message>
        <source>Every concept has its category.</source>
        <translation>所有概念均已归入范畴。</translation>
    </message>
    <message>
        <source>Every category has its main category.</source>
        <translation>所有范畴均已归入主范畴。</translation>
    </message>
    <message>
        <source>None yet: {kind}.</source>
        <translation>尚无{kind}。</translation>
    </message>
    <message>
        <source>No concept yet. What is found while coding texts comes here.</source>
        <translation>尚无概念。编码文本时得到的概念会出现在这里。</translation>
    </message>
    <message>
        <source>No category yet. Make some of your concepts first.</source>
        <translation>尚无范畴。请先由概念归纳出范畴。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter what has no category</source>
        <translation>筛选未归类的编码</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>every step is saved</source>
        <translation>每一步都已保存</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>last step: {step}   {keys}</source>
        <translation>上一步：{step}   {keys}</translation>
    </message>
    <message>
        <source>{name} (read-only) — qcode</source>
        <translation>{name}（只读）— qcode</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>Matrices</name>
    <message>
        <source>Coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Codes by codes</source>
        <translation>编码 × 编码</translation>
    </message>
    <message>
        <source>Codes by documents</source>
        <translation>编码 × 文档</translation>
    </message>
    <message>
        <source>Coders by coders</source>
        <translation>编码者 × 编码者</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Neither of the two has coded anything here.</source>
        <translation>两人在此均未编码。</translation>
    </message>
    <message>
        <source>Rows: {first}.  Columns: {second}.  In characters.</source>
        <translation>行：{first}。列：{second}。单位：字符。</translation>
    </message>
    <message>
        <source>None of these codes was used in a document that is compared.</source>
        <translation>参与比较的文档中没有用到这些编码。</translation>
    </message>
    <message>
        <source>The deeper the tint, the less agreement, counted in {unit}.  –: no variation.  Blank: not used.</source>
        <translation>颜色越深，一致性越低；以{unit}为单位。“–”表示取值没有变异，空白表示未使用。</translation>
    </message>
    <message>
        <source>All codes pooled, over what each two have finished together.</source>
        <translation>合并全部编码，取每两人均已完成的文档计算。</translation>
    </message>
</context>
<context>
    <name>MemoEntry</name>
    <message>
        <source>Delete this memo</source>
        <translation>删除此备忘录</translation>
    </message>
</context>
<context>
    <name>MemoFilterBar</name>
    <message>
        <source>Attached to something</source>
        <translation>有关联</translation>
    </message>
    <message>
        <source>On the project only</source>
        <translation>仅关于项目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>&amp;Kind…</source>
        <translation>类型(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Coder…</source>
        <translation>编码者(&amp;C)…</translation>
    </message>
    <message>
        <source>D&amp;ates…</source>
        <translation>日期(&amp;A)…</translation>
    </message>
    <message>
        <source>Attached to a co&amp;de…</source>
        <translation>关联到编码(&amp;D)…</translation>
    </message>
    <message>
        <source>Attached to a d&amp;ocument…</source>
        <translation>关联到文档(&amp;O)…</translation>
    </message>
    <message>
        <source>Attached to &amp;something</source>
        <translation>有关联(&amp;S)</translation>
    </message>
    <message>
        <source>On the &amp;project only</source>
        <translation>仅关于项目(&amp;P)</translation>
    </message>
    <message>
        <source>Find in memos</source>
        <translation>在备忘录中查找</translation>
    </message>
    <message>
        <source>Show only some kinds, coders, days, or what is attached</source>
        <translation>仅显示某些类型、编码者、日期或关联对象</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>最近修改在前</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按撰写顺序</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>Order of the memos</source>
        <translation>备忘录的排序</translation>
    </message>
</context>
<context>
    <name>MemoPage</name>
    <message>
        <source>Edit the memo</source>
        <translation>编辑备忘录</translation>
    </message>
    <message>
        <source>Kind of the memo</source>
        <translation>备忘录类型</translation>
    </message>
    <message>
        <source>written {day}</source>
        <translation>{day}撰写</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>{day}修改</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the memo</source>
        <translation>备忘录标题</translation>
    </message>
    <message>
        <source>Write. Two square brackets [[ link to codes, documents and passages.</source>
        <translation>在此书写。输入两个方括号 [[ 可链接到编码、文档和原始语句。</translation>
    </message>
    <message>
        <source>Text of the memo</source>
        <translation>备忘录正文</translation>
    </message>
    <message>
        <source>Delete the memo</source>
        <translation>删除备忘录</translation>
    </message>
</context>
<context>
    <name>MemoRows</name>
    <message>
        <source>(still empty)</source>
        <translation>（尚无内容）</translation>
    </message>
</context>
<context>
    <name>MemosWorkspace</name>
    <message>
        <source>Choose a memo at the left.</source>
        <translation>请在左侧选择备忘录。</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>新建备忘录</translation>
    </message>
    <message>
        <source>Delete memos</source>
        <translation>删除备忘录</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of the memo</source>
        <translation>备忘录类型</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>删除(&amp;D)	Del</translation>
    </message>
    <message>
        <source>{count} memos are chosen</source>
        <translation>已选择 {count} 篇备忘录</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge {names}</source>
        <translation>合并 {names}</translation>
    </message>
    <message>
        <source>What comes &amp;in</source>
        <translation>并入内容(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln con&amp;flicts</source>
        <translation>
            <numerusform>%Ln 处冲突(&amp;F)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts wait for a choice: M mine, T theirs, B both.</source>
        <translation>
            <numerusform>有 %Ln 处冲突待选择：M 我方，T 对方，B 两者。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to merge</source>
        <translation>没有可合并的内容</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merging files</source>
        <translation>正在合并文件</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Write a memo</source>
        <translation>撰写备忘录</translation>
    </message>
    <message>
        <source>On the passage</source>
        <translation>关于原始语句</translation>
    </message>
    <message>
        <source>On the code</source>
        <translation>关于编码</translation>
    </message>
    <message>
        <source>On the document</source>
        <translation>关于文档</translation>
    </message>
    <message>
        <source>The {count} newest; Ctrl+4 shows all memos.</source>
        <translation>最近的 {count} 篇；按 Ctrl+4 查看全部备忘录。</translation>
    </message>
    <message>
        <source>the {count} newest</source>
        <translation>最近 {count} 篇</translation>
    </message>
    <message>
        <source>{count} codes</source>
        <translation>{count} 个编码</translation>
    </message>
    <message>
        <source>Memos beside the text</source>
        <translation>文本旁的备忘录</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Close the memos</source>
        <translation>关闭备忘录</translation>
    </message>
    <message>
        <source>Choose a passage or a code to write on.</source>
        <translation>请选择要写备忘录的原始语句或编码。</translation>
    </message>
    <message>
        <source>Add a memo</source>
        <translation>添加备忘录</translation>
    </message>
    <message>
        <source>What does this tell you? What does it ask?</source>
        <translation>这说明了什么？又提出了什么问题？</translation>
    </message>
    <message>
        <source>Memo on the passage</source>
        <translation>原始语句备忘录</translation>
    </message>
    <message>
        <source>Memo on the code</source>
        <translation>编码备忘录</translation>
    </message>
    <message>
        <source>Memo on the document</source>
        <translation>文档备忘录</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Hand out a packet</source>
        <translation>分发任务包</translation>
    </message>
    <message>
        <source>A packet is a project file for one coder, with the documents and the codebook. It is opened like any project; merge it when it comes back.</source>
        <translation>任务包是给一位编码者的项目文件，内含文档和编码手册。它可以像普通项目一样打开；交回后，再将其合并。</translation>
    </message>
    <message>
        <source>Write the packet</source>
        <translation>生成任务包</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>&amp;Blind: without the work of others</source>
        <translation>盲编：不含他人的工作(&amp;B)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文档</translation>
    </message>
    <message>
        <source>Assigned to them</source>
        <translation>已分配给此人</translation>
    </message>
    <message>
        <source>Chosen ones</source>
        <translation>自选文档</translation>
    </message>
    <message>
        <source>It holds the codebook and only what this coder has done: nobody else’s codings and memos are anywhere in the file, nor in its history.</source>
        <translation>其中只有编码手册和此编码者自己的工作：文件及其历史记录中均不含他人的编码和备忘录。</translation>
    </message>
    <message>
        <source>It holds all codings and memos of these documents, whoever made them.</source>
        <translation>其中包含这些文档的全部编码和备忘录，不论由谁所作。</translation>
    </message>
    <message>
        <source>You work blind: it holds the codings and memos that you see, and what this coder has done.</source>
        <translation>您正在盲编：其中只有您看得到的编码和备忘录，以及这位编码者自己所做的内容。</translation>
    </message>
    <message>
        <source>qcode projects (*.qcode)</source>
        <translation>qcode 项目 (*.qcode)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln 篇文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the coder.</source>
        <translation>请填写编码者的姓名。</translation>
    </message>
    <message>
        <source>Tick the documents that go into the packet.</source>
        <translation>请勾选要放入任务包的文档。</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>There is already a file of this name; choose another.</source>
        <translation>已有同名文件；请换一个名称。</translation>
    </message>
</context>
<context>
    <name>PairsTable</name>
    <message>
        <source>Agreement of each two coders</source>
        <translation>编码者两两之间的一致性</translation>
    </message>
</context>
<context>
    <name>PaletteControl</name>
    <message>
        <source>Code {count} passages</source>
        <translation>为 {count} 条原始语句编码</translation>
    </message>
    <message>
        <source>Recode “{code}” as…</source>
        <translation>将“{code}”改编码为…</translation>
    </message>
    <message>
        <source>Recode {count} passages as…</source>
        <translation>将 {count} 条原始语句改编码为…</translation>
    </message>
    <message>
        <source>Recode the passages</source>
        <translation>改编码</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>新建概念</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新建范畴</translation>
    </message>
    <message>
        <source>New {kind}</source>
        <translation>新建{kind}</translation>
    </message>
</context>
<context>
    <name>PaletteDelegate</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>＋ new {kind} “{name}”</source>
        <translation>＋ 新建{kind}“{name}”</translation>
    </message>
    <message>
        <source>＋ new {kind} “{name}” under “{parent}”</source>
        <translation>＋ 在“{parent}”下新建{kind}“{name}”</translation>
    </message>
    <message>
        <source>on this passage</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>key {digit}</source>
        <translation>数字键 {digit}</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
</context>
<context>
    <name>ParadigmPanel</name>
    <message>
        <source>evidence: {passages} passages in {documents} documents</source>
        <translation>依据：{documents} 篇文档，{passages} 条原始语句</translation>
    </message>
    <message>
        <source>Paradigm</source>
        <translation>编码范式</translation>
    </message>
    <message>
        <source>Fill a role</source>
        <translation>填入范式要素</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New paradigm</source>
        <translation>新建编码范式</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Which phenomenon is it about? Several paradigms can stand side by side.</source>
        <translation>围绕哪个现象？可以并列建立多个编码范式。</translation>
    </message>
    <message>
        <source>Rename the paradigm</source>
        <translation>重命名编码范式</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New paradigm…</source>
        <translation>新建编码范式…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the paradigm</source>
        <translation>删除编码范式</translation>
    </message>
    <message>
        <source>New, rename, memo, delete</source>
        <translation>新建、重命名、备忘录、删除</translation>
    </message>
    <message>
        <source>Begin a paradigm…</source>
        <translation>建立编码范式…</translation>
    </message>
    <message>
        <source>A paradigm puts categories around a phenomenon: what causes it, in which context, what is done about it, and what comes of that.</source>
        <translation>编码范式将各范畴围绕一个现象组织起来：它因何而起，处于何种脉络，人们如何应对，又带来什么结果。</translation>
    </message>
</context>
<context>
    <name>PassageFilterBar</name>
    <message>
        <source>Typical only</source>
        <translation>仅典型语句</translation>
    </message>
    <message>
        <source>With memo only</source>
        <translation>仅有备忘录的</translation>
    </message>
    <message>
        <source>Without {concept} only</source>
        <translation>仅无{concept}</translation>
    </message>
    <message>
        <source>Without concept only</source>
        <translation>仅无概念</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>(no group)</source>
        <translation>（未分组）</translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>（无值）</translation>
    </message>
    <message>
        <source>Document &amp;group…</source>
        <translation>文档分组(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Document…</source>
        <translation>文档(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Coder…</source>
        <translation>编码者(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Variable</source>
        <translation>变量(&amp;V)</translation>
    </message>
    <message>
        <source>With&amp;out {concept} only</source>
        <translation>仅无{concept}(&amp;O)</translation>
    </message>
    <message>
        <source>With&amp;out concept only</source>
        <translation>仅无概念(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Typical only</source>
        <translation>仅典型语句(&amp;T)</translation>
    </message>
    <message>
        <source>With &amp;memo only</source>
        <translation>仅有备忘录的(&amp;M)</translation>
    </message>
    <message>
        <source>Filter passages</source>
        <translation>筛选原始语句</translation>
    </message>
    <message>
        <source>Show only some documents, coders, or values of variables</source>
        <translation>仅显示某些文档、编码者或变量值</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>按文档</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Newest against earlier</source>
        <translation>新旧对照</translation>
    </message>
    <message>
        <source>Order of the passages</source>
        <translation>原始语句的排序</translation>
    </message>
    <message>
        <source>Any of the codes</source>
        <translation>任一编码</translation>
    </message>
    <message>
        <source>All codes together</source>
        <translation>全部编码共现</translation>
    </message>
    <message>
        <source>Any or all of the codes</source>
        <translation>任一编码或全部编码</translation>
    </message>
    <message>
        <source>All together: passages on the same or overlapping words</source>
        <translation>共现：编码落在相同或重叠的文字上</translation>
    </message>
    <message>
        <source>With codes below</source>
        <translation>含下级编码</translation>
    </message>
</context>
<context>
    <name>PassageHands</name>
    <message>
        <source>Copying the passages</source>
        <translation>正在复制原始语句</translation>
    </message>
</context>
<context>
    <name>PassageSection</name>
    <message>
        <source>Passage</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Write a memo on this coding…</source>
        <translation>为此处编码写备忘录…</translation>
    </message>
    <message>
        <source>Add a memo on the words</source>
        <translation>为这段文字添加备忘录</translation>
    </message>
    <message>
        <source>Memo on the passage</source>
        <translation>原始语句备忘录</translation>
    </message>
    <message>
        <source>Write about these words, whatever their code…</source>
        <translation>写下对这段文字的想法，不限于某个编码…</translation>
    </message>
    <message>
        <source>Typical of its code: comes first in the codebook</source>
        <translation>该编码的典型语句：在编码手册中排在最前</translation>
    </message>
    <message>
        <source>Typical of its code</source>
        <translation>该编码的典型语句</translation>
    </message>
    <message>
        <source>Coded {when} by {coder}</source>
        <translation>{coder} 编码于 {when}</translation>
    </message>
    <message>
        <source>Mark as typical</source>
        <translation>标为典型</translation>
    </message>
    <message>
        <source>Memo on a passage</source>
        <translation>原始语句备忘录</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 个</translation>
    </message>
    <message>
        <source>No other code on these words</source>
        <translation>这段文字没有其他编码</translation>
    </message>
    <message>
        <source>on the same words</source>
        <translation>文字相同</translation>
    </message>
    <message>
        <source>overlapping</source>
        <translation>文字重叠</translation>
    </message>
</context>
<context>
    <name>PassagesHeader</name>
    <message>
        <source>Put it below the text</source>
        <translation>移到文本下方</translation>
    </message>
    <message>
        <source>Put it beside the text</source>
        <translation>移到文本旁边</translation>
    </message>
    <message>
        <source>Keep the chosen passage in view (K)</source>
        <translation>固定所选原始语句（K）</translation>
    </message>
    <message>
        <source>Close the passages</source>
        <translation>关闭原始语句列表</translation>
    </message>
</context>
<context>
    <name>PassagesModel</name>
    <message>
        <source>{label}, {document}: “{quote}”, coded by {coder}, {day}</source>
        <translation>{label}，{document}：“{quote}”，{coder} 编码于 {day}</translation>
    </message>
    <message>
        <source>typical</source>
        <translation>典型</translation>
    </message>
    <message>
        <source>memo: {memo}</source>
        <translation>备忘录：{memo}</translation>
    </message>
    <message>
        <source>before: {words}</source>
        <translation>上文：{words}</translation>
    </message>
    <message>
        <source>after: {words}</source>
        <translation>下文：{words}</translation>
    </message>
    <message>
        <source>also: {codes}</source>
        <translation>另有编码：{codes}</translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
</context>
<context>
    <name>PassagesWords</name>
    <message>
        <source>{passages} in {documents}</source>
        <translation>{documents}，{passages}</translation>
    </message>
    <message>
        <source>{count} shown of {passages} in {documents}</source>
        <translation>{documents}，{passages}，显示 {count} 条</translation>
    </message>
    <message>
        <source>{count} codings</source>
        <translation>{count} 次编码</translation>
    </message>
    <message>
        <source>Choose a code to read its passages here.</source>
        <translation>选择一个编码，即可在此阅读其原始语句。</translation>
    </message>
    <message>
        <source>Reading passages…</source>
        <translation>正在读取原始语句…</translation>
    </message>
    <message>
        <source>There is no other passage to read this one against.</source>
        <translation>没有其他原始语句可与此条对照。</translation>
    </message>
    <message>
        <source>No passages yet. Select words in a text and press Enter to code them.</source>
        <translation>还没有原始语句。在文本中选中文字，按回车键即可编码。</translation>
    </message>
    <message>
        <source>No passage fulfils all conditions.</source>
        <translation>没有符合全部条件的原始语句。</translation>
    </message>
    <message>
        <source>No passage contains “{words}”.</source>
        <translation>没有包含“{words}”的原始语句。</translation>
    </message>
    <message>
        <source>These codes never meet on the same words.</source>
        <translation>这些编码从未共现于同一段文字。</translation>
    </message>
    <message>
        <source>Reading passages… {done} of {total}</source>
        <translation>正在读取原始语句… {done} / {total}</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>Passages · {count}</source>
        <translation>原始语句 · {count}</translation>
    </message>
    <message>
        <source>Earlier passages · {count}</source>
        <translation>较早的原始语句 · {count}</translation>
    </message>
    <message>
        <source>Other passages · {count}</source>
        <translation>其他原始语句 · {count}</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 篇文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>本项目</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code numbers</source>
        <translation>编码编号</translation>
    </message>
    <message>
        <source>who codes in new projects</source>
        <translation>新项目的编码者</translation>
    </message>
    <message>
        <source>Numbers follow the order of the codes; they are never typed.</source>
        <translation>编号随编码的顺序自动生成，无需手动输入。</translation>
    </message>
    <message>
        <source>The project needs a name.</source>
        <translation>项目需要有名称。</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ProgressTable</name>
    <message>
        <source>Progress of the coders</source>
        <translation>各编码者的进度</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>编码次数</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done}/{count}</translation>
    </message>
    <message>
        <source>nothing assigned</source>
        <translation>未分配文档</translation>
    </message>
    <message>
        <source>{share} % of the characters</source>
        <translation>占字符数的 {share}%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln 篇文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not assigned yet</source>
        <translation>
            <numerusform>%Ln 篇尚未分配</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} coded by two or more ({share} % of those assigned)</source>
        <translation>由两人或更多人编码的 {count} 篇（占已分配的 {share}%）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished by two or more</source>
        <translation>
            <numerusform>%Ln 篇由两人或更多人完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>qcode projects (*{suffix});;All files (*)</source>
        <translation>qcode 项目 (*{suffix});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>导入编码手册</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx);;All files (*)</source>
        <translation>表格 (*.csv *.xlsx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{added} codes were made, {present} were there already.</source>
        <translation>新建了 {added} 个编码，另有 {present} 个原已存在。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>A copy of this state is kept: {file}</source>
        <translation>已保存当前状态的副本：{file}</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>The file, its texts, passages and history are sound.</source>
        <translation>项目文件及其中的文本、原始语句和历史记录均完好。</translation>
    </message>
    <message>
        <source>Something is wrong. Keep this file and restore a backup.</source>
        <translation>发现问题。请保留此文件，并从备份恢复。</translation>
    </message>
</context>
<context>
    <name>QuickMemo</name>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 项</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>撰写备忘录</translation>
    </message>
    <message>
        <source>{kind} on {things}</source>
        <translation>关于{things}的{kind}</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Add a memo</source>
        <translation>添加备忘录</translation>
    </message>
    <message>
        <source>What does this tell you? What does it ask?</source>
        <translation>这说明了什么？又提出了什么问题？</translation>
    </message>
</context>
<context>
    <name>QuoteLabel</name>
    <message>
        <source>Quotation: {words}</source>
        <translation>引文：{words}</translation>
    </message>
    <message>
        <source>less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>more</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Show less of the quotation</source>
        <translation>收起引文</translation>
    </message>
    <message>
        <source>Show more of the quotation</source>
        <translation>展开引文</translation>
    </message>
</context>
<context>
    <name>RatingRows</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>RatingSide</name>
    <message>
        <source>those that occur: {values}</source>
        <translation>出现过的取值：{values}</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>The &amp;first row names the coders</source>
        <translation>首行为编码者姓名(&amp;F)</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>评定数据</translation>
    </message>
    <message>
        <source>Copy a table in Excel or SPSS and press Ctrl+V here.
Or open a file, or drop one.</source>
        <translation>请在 Excel 或 SPSS 中复制表格，然后在此按 Ctrl+V。
也可以打开文件，或将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Coders that are compared</source>
        <translation>参与比较的编码者</translation>
    </message>
    <message>
        <source>&amp;Values on offer</source>
        <translation>可用取值(&amp;V)</translation>
    </message>
    <message>
        <source>Also &amp;missing</source>
        <translation>另作缺失值(&amp;M)</translation>
    </message>
    <message>
        <source>besides empty cells: 99, NA</source>
        <translation>除空单元格外：99, NA</translation>
    </message>
    <message>
        <source>Commas part the values; where they have commas themselves, semicolons.</source>
        <translation>各值以逗号分隔；值中本身含逗号时，用分号分隔。</translation>
    </message>
    <message>
        <source>Left empty, they are those that occur.</source>
        <translation>留空则取表中出现的值。</translation>
    </message>
</context>
<context>
    <name>ReadingFields</name>
    <message>
        <source>Size of texts</source>
        <translation>文本大小</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>最大行宽</translation>
    </message>
    <message>
        <source>Distance of lines</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source> ideographs</source>
        <translation> 个汉字</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽松</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Reason (R)</source>
        <translation>理由（R）</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>裁定的理由</translation>
    </message>
    <message>
        <source>also into “when to use”</source>
        <translation>同时写入“何时使用”</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>{name}, {path}, opened {day}</source>
        <translation>{name}，{path}，打开于{day}</translation>
    </message>
    <message>
        <source>{project}, file not found</source>
        <translation>{project}，找不到文件</translation>
    </message>
    <message>
        <source>Enter opens, Delete takes it off this list</source>
        <translation>回车键打开，删除键从列表中移除</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>RecodingDialog</name>
    <message>
        <source>Code a share again</source>
        <translation>抽样重编码</translation>
    </message>
    <message>
        <source>Whoever codes alone can compare the first time with a second one. Some documents are drawn at random and coded again after a while, as another coder who sees nothing of the first time.</source>
        <translation>独自编码的人可以将前后两次编码相比较：随机抽取部分文档，隔一段时间后以另一编码者的身份重新编码，期间看不到第一次的编码。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Documents coded again</source>
        <translation>重编码的文档</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Draw documents</source>
        <translation>抽取文档</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>抽取比例</translation>
    </message>
    <message>
        <source>of each &amp;group its part</source>
        <translation>按各文档分组的比例抽取(&amp;G)</translation>
    </message>
    <message>
        <source>Days to wait</source>
        <translation>间隔天数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done}/{count}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Code as {name}</source>
        <translation>以“{name}”的身份编码</translation>
    </message>
    <message>
        <source>You code as {name} now.</source>
        <translation>您现在以“{name}”的身份编码。</translation>
    </message>
    <message>
        <source>From {day} on: the first time should be out of mind.</source>
        <translation>自{day}起：届时对第一次编码的印象应已淡去。</translation>
    </message>
    <message>
        <source>The project is open read-only; nothing can be changed here.</source>
        <translation>项目以只读方式打开，此处无法更改。</translation>
    </message>
    <message>
        <source>Nobody has finished a document yet; only what is finished can be coded again.</source>
        <translation>尚无人完成任何文档；只有已完成的文档才能重编码。</translation>
    </message>
    <message>
        <source>{drawn} of {count} finished documents, from {day} on</source>
        <translation>{count} 篇已完成文档中抽取 {drawn} 篇，自{day}起</translation>
    </message>
</context>
<context>
    <name>RelationCommands</name>
    <message>
        <source>Relate two categories</source>
        <translation>建立范畴关系</translation>
    </message>
    <message>
        <source>Type of the relation</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Change the relation</source>
        <translation>更改关系</translation>
    </message>
    <message>
        <source>Reverse the relation</source>
        <translation>反转关系</translation>
    </message>
    <message>
        <source>Delete the relation</source>
        <translation>删除关系</translation>
    </message>
    <message>
        <source>Reorder relations</source>
        <translation>调整关系顺序</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>coded with both</source>
        <translation>两者均有编码</translation>
    </message>
    <message>
        <source>Passages for the relation</source>
        <translation>支持此关系的原始语句</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reverse the direction</source>
        <translation>反转方向</translation>
    </message>
    <message>
        <source>Add passages…</source>
        <translation>添加原始语句…</translation>
    </message>
    <message>
        <source>Write a memo</source>
        <translation>撰写备忘录</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete all chosen</source>
        <translation>删除所有选中的关系</translation>
    </message>
</context>
<context>
    <name>RelationPassages</name>
    <message>
        <source>representative</source>
        <translation>代表性语句</translation>
    </message>
    <message>
        <source>Go to the passage	Enter</source>
        <translation>转到原始语句	Enter</translation>
    </message>
    <message>
        <source>Make it the representative one</source>
        <translation>设为代表性语句</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>移除	Del</translation>
    </message>
    <message>
        <source>Passages of a relation</source>
        <translation>关系的原始语句</translation>
    </message>
    <message>
        <source>No passage stands for this relation yet.</source>
        <translation>还没有支持此关系的原始语句。</translation>
    </message>
    <message>
        <source>Choose a relation to see the passages that stand for it.</source>
        <translation>选择一个关系，可查看支持它的原始语句。</translation>
    </message>
    <message>
        <source>Passages of the relation</source>
        <translation>关系的原始语句</translation>
    </message>
    <message>
        <source>Add passages to the relation</source>
        <translation>为关系添加原始语句</translation>
    </message>
</context>
<context>
    <name>RelationRows</name>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>内涵</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>Representative passage</source>
        <translation>代表性语句</translation>
    </message>
</context>
<context>
    <name>RelationsPanel</name>
    <message>
        <source>Its passages	Enter</source>
        <translation>其原始语句	Enter</translation>
    </message>
    <message>
        <source>Write what it means	F2</source>
        <translation>填写其内涵	F2</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Types…</source>
        <translation>类型…</translation>
    </message>
    <message>
        <source>Rename, turn, make and delete types of relations</source>
        <translation>重命名、改变方向、新建和删除关系类型</translation>
    </message>
    <message>
        <source>Types of relations</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>No relation yet. Draw one in the diagram from the edge of a box to another, or press R there.</source>
        <translation>还没有关系。请在图中从一个方框的边缘拖到另一个方框，或在图中按 R。</translation>
    </message>
</context>
<context>
    <name>ReliabilityResults</name>
    <message>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>What the coefficient asks</source>
        <translation>该系数考察什么</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coders</source>
        <translation>
            <numerusform>%Ln 位编码者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln units</source>
        <translation>
            <numerusform>%Ln 个单位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rated by two or more</source>
        <translation>
            <numerusform>%Ln 个由两人或更多人评定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ratings missing</source>
        <translation>
            <numerusform>缺失 %Ln 项评定</numerusform>
        </translation>
    </message>
    <message>
        <source>{values} and {count} more</source>
        <translation>{values}以及另外 {count} 个</translation>
    </message>
    <message>
        <source>Codes in the sets</source>
        <translation>集合中的编码</translation>
    </message>
    <message>
        <source>Values on offer</source>
        <translation>可用取值</translation>
    </message>
    <message>
        <source>Counted as different values, though they look alike: {values}</source>
        <translation>看起来相同、却按不同的值计算：{values}</translation>
    </message>
    <message>
        <source>{first} and {second} have no value in common. Is each of them a coder of the same units?</source>
        <translation>{first}与{second}没有任何相同的值。二者都是对同一批单元的编码者吗？</translation>
    </message>
</context>
<context>
    <name>ReliabilityWindow</name>
    <message>
        <source>Reading and measuring…</source>
        <translation>正在读取并计算…</translation>
    </message>
    <message>
        <source>Open a table of ratings</source>
        <translation>打开评定数据表</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt *.dat);;All files (*)</source>
        <translation>表格 (*.xlsx *.csv *.tsv *.txt *.dat);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>&amp;Copy the results</source>
        <translation>复制结果(&amp;C)</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Agreement in a table of ratings</source>
        <translation>评定数据表的一致性</translation>
    </message>
    <message>
        <source>A row is a unit, a column a coder, an empty cell a missing rating. Semicolons part the codes of a set; one alone is the set of none.</source>
        <translation>每行一个单位，每列一位编码者，空单元格表示评定缺失。编码集合中的各编码以分号隔开；单独一个分号表示空集。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Something went wrong in qcode</source>
        <translation>qcode 出错了</translation>
    </message>
    <message>
        <source>The step you just took was not carried out. Everything you did before it is in the project file, and you can go on working. The report below contains nothing of your texts; please send it to the makers of qcode.</source>
        <translation>您刚才的操作没有完成。此前的所有工作都已保存在项目文件中，您可以继续使用。下面的报告不包含您的任何文本，请将它发送给 qcode 的开发者。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>What comes in</source>
        <translation>并入内容</translation>
    </message>
    <message>
        <source>Everything in these files is here already.</source>
        <translation>这些文件中的内容此处均已有。</translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message numerus="yes">
        <source>%Ln disagreements open</source>
        <translation>
            <numerusform>%Ln 处分歧待定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleSlot</name>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>Show the passages	Enter</source>
        <translation>显示原始语句	Enter</translation>
    </message>
    <message>
        <source>Show on the board</source>
        <translation>在看板中显示</translation>
    </message>
    <message>
        <source>Take out	Del</source>
        <translation>移出	Del</translation>
    </message>
    <message>
        <source>Drop here: {category}</source>
        <translation>拖放到此处：{category}</translation>
    </message>
    <message>
        <source>Drop a category here</source>
        <translation>将范畴拖放到此处</translation>
    </message>
    <message>
        <source>Add ({category}): {role}</source>
        <translation>添加（{category}）：{role}</translation>
    </message>
    <message>
        <source>Add a category: {role}</source>
        <translation>添加范畴：{role}</translation>
    </message>
</context>
<context>
    <name>RoundsStrip</name>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation>名称与说明(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete the round</source>
        <translation>删除此轮次(&amp;D)</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Keep this round…</source>
        <translation>保存本轮…</translation>
    </message>
    <message>
        <source>Coders, documents, codebook and figures as they are now, before the talk</source>
        <translation>保存讨论之前的编码者、文档、编码手册和各项数值</translation>
    </message>
    <message>
        <source>today {figure}</source>
        <translation>当前 {figure}</translation>
    </message>
    <message>
        <source>with what is settled {figure}</source>
        <translation>计入裁定 {figure}</translation>
    </message>
    <message>
        <source>none kept yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文档数</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>With what is settled</source>
        <translation>计入裁定</translation>
    </message>
    <message>
        <source>Negotiated: what was settled counts as agreed</source>
        <translation>协商后的一致性：已裁定的分歧视为一致</translation>
    </message>
</context>
<context>
    <name>SaturationCurve</name>
    <message>
        <source>Curve of saturation</source>
        <translation>饱和度曲线</translation>
    </message>
    <message>
        <source>{count} documents: {found}</source>
        <translation>{count} 篇文档：{found}</translation>
    </message>
    <message>
        <source>concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>范畴</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 个</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>无新增内容</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留作检验</translation>
    </message>
</context>
<context>
    <name>SaturationPage</name>
    <message>
        <source>Order of coding</source>
        <translation>编码顺序</translation>
    </message>
    <message>
        <source>Hold out</source>
        <translation>留作检验</translation>
    </message>
    <message>
        <source>Documents in</source>
        <translation>文档排列</translation>
    </message>
    <message>
        <source>Base size</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Run length</source>
        <translation>轮长</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Coded documents at the beginning that make the base</source>
        <translation>构成基数的前几篇已编码文档</translation>
    </message>
    <message>
        <source>Coded documents that are looked at together</source>
        <translation>作为一轮一并考察的已编码文档数</translation>
    </message>
    <message>
        <source>New information of a run, in per cent of the base</source>
        <translation>一轮的新增信息占基数的百分比</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export saturation</source>
        <translation>导出饱和度</translation>
    </message>
    <message>
        <source>Documents and what is new in each</source>
        <translation>各文档及其新增内容</translation>
    </message>
    <message>
        <source>No document yet</source>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>Import texts and code them; then it is counted here.</source>
        <translation>导入文本并编码后，此处即显示统计结果。</translation>
    </message>
    <message>
        <source>Nothing is coded yet</source>
        <translation>尚无编码</translation>
    </message>
    <message>
        <source>Here it is counted what each document brings that is new.</source>
        <translation>此处统计每篇文档带来的新增内容。</translation>
    </message>
    <message>
        <source>New information cannot be measured yet: a base of {size} coded documents and a run of {run} are needed.</source>
        <translation>尚无法衡量新增信息：需要 {size} 篇已编码文档作为基数，每轮 {run} 篇。</translation>
    </message>
    <message>
        <source>New information is {threshold} % or less after {count} documents (runs of {run} documents; base: {base} in the first {size}).</source>
        <translation>编码 {count} 篇文档后，新增信息不超过 {threshold}%（每轮 {run} 篇文档；基数：前 {size} 篇中的 {base} 个）。</translation>
    </message>
    <message>
        <source>New information has not come down to {threshold} %: the last run of {run} documents has {percent} % (base: {base} in the first {size}).</source>
        <translation>新增信息尚未降到 {threshold}%：最后一轮 {run} 篇文档为 {percent}%（基数：前 {size} 篇中的 {base} 个）。</translation>
    </message>
</context>
<context>
    <name>SaturationRows</name>
    <message>
        <source>New: {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留作检验</translation>
    </message>
    <message>
        <source>New concepts</source>
        <translation>新增概念</translation>
    </message>
    <message>
        <source>New categories</source>
        <translation>新增范畴</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>concepts and categories up to this document</source>
        <translation>截至此文档的概念和范畴</translation>
    </message>
    <message>
        <source>not coded yet</source>
        <translation>尚未编码</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留作检验</translation>
    </message>
    <message>
        <source>not held out</source>
        <translation>未留作检验</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>Finished by all who are compared</source>
        <translation>参与比较的编码者均已完成的</translation>
    </message>
    <message>
        <source>All, finished or not</source>
        <translation>全部，不论是否完成</translation>
    </message>
    <message>
        <source>Of all groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>A code and all below it…</source>
        <translation>某编码及其所有下级…</translation>
    </message>
    <message>
        <source>Compare a code and all below it</source>
        <translation>比较某编码及其所有下级</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>比较单位</translation>
    </message>
    <message>
        <source>Unit in which coders are compared. In characters every letter counts; in sentences and paragraphs small differences of edges do not.</source>
        <translation>比较编码者时所用的单位。以字符为单位时，差一个字也计入；以句子或段落为单位时，边界的细小差异不计。</translation>
    </message>
    <message>
        <source>Share that two segments have in common to match</source>
        <translation>两个片段相匹配所需的重合比例</translation>
    </message>
    <message>
        <source>with the codes below</source>
        <translation>含下级编码</translation>
    </message>
    <message>
        <source>A passage of a code counts for all codes above it as well</source>
        <translation>编码的原始语句同时计入其所有上级编码</translation>
    </message>
    <message>
        <source>Compare {name}</source>
        <translation>比较 {name}</translation>
    </message>
    <message>
        <source>all documents</source>
        <translation>不论是否完成</translation>
    </message>
    <message>
        <source>finished by all</source>
        <translation>均已完成</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>{code} and below</source>
        <translation>{code}及其下级</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>SieveBar</name>
    <message>
        <source>the first</source>
        <translation>前者</translation>
    </message>
    <message>
        <source>the second</source>
        <translation>后者</translation>
    </message>
    <message>
        <source>none</source>
        <translation>未编码</translation>
    </message>
    <message>
        <source>{first} against {second}</source>
        <translation>{first} ↔ {second}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>&amp;Kind…</source>
        <translation>类型(&amp;K)…</translation>
    </message>
    <message>
        <source>Co&amp;de…</source>
        <translation>编码(&amp;D)…</translation>
    </message>
    <message>
        <source>D&amp;ocument…</source>
        <translation>文档(&amp;O)…</translation>
    </message>
    <message>
        <source>D&amp;ecision…</source>
        <translation>裁定(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Coders</source>
        <translation>编码者(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;trifles</source>
        <translation>显示细小差异(&amp;T)</translation>
    </message>
    <message>
        <source>Find words, codes, documents</source>
        <translation>查找文字、编码、文档</translation>
    </message>
    <message>
        <source>Show only some kinds, codes, documents or decisions</source>
        <translation>仅显示某些类型、编码、文档或裁定</translation>
    </message>
    <message>
        <source>Order of the disagreements</source>
        <translation>分歧的排序</translation>
    </message>
    <message>
        <source>As in the texts</source>
        <translation>按文本顺序</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>差异大的在前</translation>
    </message>
    <message>
        <source>Open or decided</source>
        <translation>待定或已裁定</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Show the passages	Enter</source>
        <translation>显示原始语句	Enter</translation>
    </message>
    <message>
        <source>Take out of the stage	Del</source>
        <translation>移出此阶段	Del</translation>
    </message>
    <message>
        <source>Put a category in…</source>
        <translation>放入范畴…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>编辑说明…</translation>
    </message>
    <message>
        <source>Move before	Alt+Left</source>
        <translation>前移	Alt+Left</translation>
    </message>
    <message>
        <source>Move behind	Alt+Right</source>
        <translation>后移	Alt+Right</translation>
    </message>
    <message>
        <source>Delete the stage</source>
        <translation>删除阶段</translation>
    </message>
    <message>
        <source>Drop a category here</source>
        <translation>将范畴拖放到此处</translation>
    </message>
    <message>
        <source>Put a category into stage {name}</source>
        <translation>将范畴放入阶段“{name}”</translation>
    </message>
    <message>
        <source>Rename, describe, move, delete stage {name}</source>
        <translation>重命名、说明、移动、删除阶段“{name}”</translation>
    </message>
    <message>
        <source>Stage {place}, {name}</source>
        <translation>第 {place} 阶段，{name}</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Delete the stage</source>
        <translation>删除阶段</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>新建阶段</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What happens first, what then? Stages stand in the order of the process.</source>
        <translation>先发生什么，后发生什么？各阶段按过程的先后排列。</translation>
    </message>
    <message>
        <source>Put into a stage</source>
        <translation>放入阶段</translation>
    </message>
    <message>
        <source>Take out of the stage</source>
        <translation>移出此阶段</translation>
    </message>
    <message>
        <source>Move the stage</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Rename the stage</source>
        <translation>重命名阶段</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>此阶段发生了什么？</translation>
    </message>
    <message>
        <source>Describe the stage</source>
        <translation>编辑阶段说明</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>StandingReader</name>
    <message>
        <source>Take over what all agree on</source>
        <translation>采纳各方一致的编码</translation>
    </message>
    <message>
        <source>Keep this round</source>
        <translation>保存本轮</translation>
    </message>
    <message>
        <source>Round of comparing</source>
        <translation>比较轮次</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete the round</source>
        <translation>删除此轮次</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>Grounded-theory coding of texts. Everything stays on this computer.</source>
        <translation>扎根理论文本编码。一切都只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>One file for your texts, codes and memos</source>
        <translation>用一个文件保存文本、编码和备忘录</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Go on with a file you have</source>
        <translation>继续处理已有的文件</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Interviews already coded, to look around in</source>
        <translation>已编码的访谈，可随意浏览</translation>
    </message>
    <message>
        <source>Drop texts or a project here</source>
        <translation>将文本或项目拖放到此处</translation>
    </message>
</context>
<context>
    <name>StatusFilter</name>
    <message>
        <source>&amp;All documents</source>
        <translation>全部文档(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;To do</source>
        <translation>未完成(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;In progress</source>
        <translation>进行中(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Finished</source>
        <translation>已完成(&amp;F)</translation>
    </message>
    <message>
        <source>Status of my work: {status}</source>
        <translation>我的进度：{status}</translation>
    </message>
</context>
<context>
    <name>StorylinePanel</name>
    <message>
        <source>Write the storyline</source>
        <translation>撰写故事线</translation>
    </message>
    <message>
        <source>1 quotation</source>
        <translation>1 处引文</translation>
    </message>
    <message>
        <source>{count} quotations</source>
        <translation>{count} 处引文</translation>
    </message>
    <message>
        <source>1 category</source>
        <translation>1 个范畴</translation>
    </message>
    <message>
        <source>{count} categories</source>
        <translation>{count} 个范畴</translation>
    </message>
    <message>
        <source>1 concept</source>
        <translation>1 个概念</translation>
    </message>
    <message>
        <source>{count} concepts</source>
        <translation>{count} 个概念</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 篇文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>Quote a passage</source>
        <translation>引用原始语句</translation>
    </message>
    <message>
        <source>Its passages</source>
        <translation>其原始语句</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>“</source>
        <translation>“</translation>
    </message>
    <message>
        <source>”</source>
        <translation>”</translation>
    </message>
    <message>
        <source>Storyline</source>
        <translation>故事线</translation>
    </message>
    <message>
        <source>Tell in a few paragraphs how the main categories hang together around the core. @ names a category; it keeps its name of the day.</source>
        <translation>用几段文字说明各主范畴如何围绕核心相互联系。输入 @ 可提及范畴，其名称会随时更新。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Name a category or a document at the caret ({keys}, or type @)</source>
        <translation>在光标处提及范畴或文档（{keys}，或输入 @）</translation>
    </message>
    <message>
        <source>Quote a passage at the caret ({keys})</source>
        <translation>在光标处引用原始语句（{keys}）</translation>
    </message>
</context>
<context>
    <name>StripeMargin</name>
    <message>
        <source>Stripes</source>
        <translation>编码条</translation>
    </message>
    <message>
        <source>The codings beside the text; the keys of the text reach them too</source>
        <translation>文本旁的编码，也可用文本区的按键操作</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>Nothing is compared yet: choose coders and documents above.</source>
        <translation>尚未比较：请在上方选择编码者和文档。</translation>
    </message>
    <message>
        <source>Looking for what they differ in…</source>
        <translation>正在查找分歧…</translation>
    </message>
    <message>
        <source>They agree on everything that was compared.</source>
        <translation>在所比较的内容上，编码者完全一致。</translation>
    </message>
    <message>
        <source>None of {count} disagreements fits. Clear the filter, or show the trifles.</source>
        <translation>{count} 处分歧中没有符合条件的。请清除筛选，或显示细小差异。</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
</context>
<context>
    <name>TalkHead</name>
    <message>
        <source>Disagreement {place} of {count}</source>
        <translation>分歧 {place} / {count}</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>settled by {coder}, {day}</source>
        <translation>{coder} 于{day}裁定</translation>
    </message>
    <message>
        <source>Hide trifles</source>
        <translation>隐藏细小差异</translation>
    </message>
    <message>
        <source>1 trifle hidden</source>
        <translation>已隐藏 1 处细小差异</translation>
    </message>
    <message>
        <source>{count} trifles hidden</source>
        <translation>已隐藏 {count} 处细小差异</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>撤回裁定</translation>
    </message>
    <message>
        <source>Take the decision back (0)</source>
        <translation>撤回此裁定（0）</translation>
    </message>
    <message>
        <source>What differs in one or two characters, or in spaces and punctuation (T)</source>
        <translation>仅差一两个字符，或仅差空格和标点之处（T）</translation>
    </message>
</context>
<context>
    <name>TextCommands</name>
    <message>
        <source>Move the edges</source>
        <translation>调整起止位置</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{month}: 1 memo</source>
        <translation>{month}：1 篇备忘录</translation>
    </message>
    <message>
        <source>{month}: {count} memos</source>
        <translation>{month}：{count} 篇备忘录</translation>
    </message>
    <message>
        <source>Memos by month</source>
        <translation>各月备忘录</translation>
    </message>
</context>
<context>
    <name>TopPassage</name>
    <message>
        <source>Let go of this passage</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Keep this passage here</source>
        <translation>固定此原始语句</translation>
    </message>
    <message>
        <source>Go to this passage</source>
        <translation>转到此原始语句</translation>
    </message>
    <message>
        <source>Compared with: {label}</source>
        <translation>对照：{label}</translation>
    </message>
</context>
<context>
    <name>TreeRows</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>VariableRows</name>
    <message>
        <source>new variable</source>
        <translation>新变量</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>VariableTable</name>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>both</source>
        <translation>并存</translation>
    </message>
    <message>
        <source>union</source>
        <translation>并集</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>交集</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>改边界</translation>
    </message>
    <message>
        <source>other code</source>
        <translation>换编码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>均不取</translation>
    </message>
    <message>
        <source>let it stand</source>
        <translation>保留分歧</translation>
    </message>
    <message>
        <source>The consensus takes what {coder} coded</source>
        <translation>共识采用 {coder} 的编码</translation>
    </message>
    <message>
        <source>The consensus takes both codings as they are</source>
        <translation>共识同时采用双方的编码</translation>
    </message>
    <message>
        <source>One coding over everything that either of them coded</source>
        <translation>将任一方编码的文字合为一条编码</translation>
    </message>
    <message>
        <source>One coding over what both of them coded</source>
        <translation>只取双方都编码的文字，作为一条编码</translation>
    </message>
    <message>
        <source>Move the edges of the passage first</source>
        <translation>先调整原始语句的边界</translation>
    </message>
    <message>
        <source>Another code on this passage</source>
        <translation>为此原始语句改用其他编码</translation>
    </message>
    <message>
        <source>The consensus has no coding here</source>
        <translation>共识在此处不编码</translation>
    </message>
    <message>
        <source>They do not agree, and that is the result</source>
        <translation>双方意见不一，如实保留</translation>
    </message>
    <message>
        <source>{verdict}, key {key}</source>
        <translation>{verdict}，数字键 {key}</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>the beginning</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Name this version of the codebook</source>
        <translation>为编码手册的此版本命名</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>保存此版本</translation>
    </message>
    <message>
        <source>Version of the codebook</source>
        <translation>编码手册的版本</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete the version</source>
        <translation>删除版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>命名时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Versions of the codebook</source>
        <translation>编码手册的版本</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>命名此版本…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export this version…</source>
        <translation>导出此版本…</translation>
    </message>
    <message>
        <source>Export the comparison…</source>
        <translation>导出比较结果…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>旧版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Name the codebook as it is now before it changes: later it can be shown what was added, removed, renamed, merged, split, moved and redefined since.</source>
        <translation>请在编码手册变动之前为其当前状态命名：以后即可查看此后新增、删除、重命名、合并、拆分、移动和改写了哪些编码。</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>无差异。</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>Name it in the storyline</source>
        <translation>在故事线中提及</translation>
    </message>
    <message>
        <source>Show its passages</source>
        <translation>显示其原始语句</translation>
    </message>
    <message>
        <source>Choose passages for it</source>
        <translation>为其选择原始语句</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>显示所在位置</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 处</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>值得留意</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Worth a look in the model</source>
        <translation>模型中值得留意之处</translation>
    </message>
</context>
<context>
    <name>WhyButton</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>说明理由…</translation>
    </message>
    <message>
        <source>Keep a reason for this step in the history of the codes</source>
        <translation>将此步骤的理由保存到编码历史中</translation>
    </message>
    <message>
        <source>Say why codes were merged, split or deleted</source>
        <translation>说明合并、拆分或删除编码的理由</translation>
    </message>
</context>
<context>
    <name>WhyStrip</name>
    <message>
        <source>Why these values for “{code}”?</source>
        <translation>“{code}”的数值为何如此？</translation>
    </message>
</context>
<context>
    <name>WorkspaceBar</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows on it stay out, too</source>
        <translation>
            <numerusform>依附于它的 %Ln 项也不并入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… 以及另外 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln 篇文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codes</source>
        <translation>
            <numerusform>%Ln 个编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codings</source>
        <translation>
            <numerusform>%Ln 次编码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memos</source>
        <translation>
            <numerusform>%Ln 篇备忘录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_NameEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>qcode {version}</source>
        <translation>qcode {version}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Grounded-theory coding of texts on your own computer. Nothing leaves it: qcode never connects to the network.</source>
        <translation>在您自己的电脑上进行扎根理论文本编码。数据不会离开这台电脑：qcode 从不联网。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. The window is made with Qt {qt} for Python, used under the LGPL.</source>
        <translation>自由软件，采用 MIT 许可证。界面基于 Qt {qt} for Python 构建，依 LGPL 使用。</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Apply recent code &amp;1</source>
        <translation>应用最近使用的第 &amp;1 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;2</source>
        <translation>应用最近使用的第 &amp;2 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;3</source>
        <translation>应用最近使用的第 &amp;3 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;4</source>
        <translation>应用最近使用的第 &amp;4 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;5</source>
        <translation>应用最近使用的第 &amp;5 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;6</source>
        <translation>应用最近使用的第 &amp;6 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;7</source>
        <translation>应用最近使用的第 &amp;7 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;8</source>
        <translation>应用最近使用的第 &amp;8 个编码</translation>
    </message>
    <message>
        <source>Apply recent code &amp;9</source>
        <translation>应用最近使用的第 &amp;9 个编码</translation>
    </message>
    <message>
        <source>&amp;Apply a code…</source>
        <translation>应用编码(&amp;A)…</translation>
    </message>
    <message>
        <source>Code &amp;in vivo</source>
        <translation>原话编码(&amp;I)</translation>
    </message>
    <message>
        <source>Apply the codes chosen in the &amp;tree</source>
        <translation>应用编码列表中所选的编码(&amp;T)</translation>
    </message>
    <message>
        <source>Reco&amp;de…</source>
        <translation>改编码(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Memo on the passage…</source>
        <translation>原始语句备忘录(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Remove the coding</source>
        <translation>取消编码(&amp;R)</translation>
    </message>
    <message>
        <source>Mark as t&amp;ypical</source>
        <translation>标为典型(&amp;Y)</translation>
    </message>
    <message>
        <source>Use as the &amp;code’s typical example</source>
        <translation>用作该编码的典型例句(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Widen the selection</source>
        <translation>扩大选区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Narrow the selection</source>
        <translation>缩小选区(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;End further on</source>
        <translation>终点后移(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;nd earlier</source>
        <translation>终点前移(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Start earlier</source>
        <translation>起点前移(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;tart further on</source>
        <translation>起点后移(&amp;T)</translation>
    </message>
    <message>
        <source>End further on by a &amp;word</source>
        <translation>终点后移一词(&amp;W)</translation>
    </message>
    <message>
        <source>End earlier by a w&amp;ord</source>
        <translation>终点前移一词(&amp;O)</translation>
    </message>
    <message>
        <source>Start earlier by a wo&amp;rd</source>
        <translation>起点前移一词(&amp;R)</translation>
    </message>
    <message>
        <source>Start further on &amp;by a word</source>
        <translation>起点后移一词(&amp;B)</translation>
    </message>
    <message>
        <source>Ne&amp;xt coded passage</source>
        <translation>下一条已编码语句(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous coded passage</source>
        <translation>上一条已编码语句(&amp;P)</translation>
    </message>
    <message>
        <source>Use as the code’s &amp;boundary example</source>
        <translation>用作该编码的边界例句(&amp;B)</translation>
    </message>
    <message>
        <source>New &amp;concept…</source>
        <translation>新建概念(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;New initial category…</source>
        <translation>新建初始范畴(&amp;N)…</translation>
    </message>
    <message>
        <source>Ne&amp;w main category…</source>
        <translation>新建主范畴(&amp;W)…</translation>
    </message>
    <message>
        <source>New c&amp;ore category…</source>
        <translation>新建核心范畴(&amp;O)…</translation>
    </message>
    <message>
        <source>Rename &amp;the code</source>
        <translation>重命名编码(&amp;T)</translation>
    </message>
    <message>
        <source>Colo&amp;ur…</source>
        <translation>颜色(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Concept</source>
        <translation>概念(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Initial category</source>
        <translation>初始范畴(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Main category</source>
        <translation>主范畴(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ore category</source>
        <translation>核心范畴(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>收藏(&amp;F)</translation>
    </message>
    <message>
        <source>Mer&amp;ge into…</source>
        <translation>合并到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Split…</source>
        <translation>拆分(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Move under…</source>
        <translation>移动到(&amp;M)…</translation>
    </message>
    <message>
        <source>Mo&amp;ve up</source>
        <translation>上移(&amp;V)</translation>
    </message>
    <message>
        <source>Mov&amp;e down</source>
        <translation>下移(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Delete the code</source>
        <translation>删除编码(&amp;D)</translation>
    </message>
    <message>
        <source>Show its &amp;passages</source>
        <translation>显示其原始语句(&amp;P)</translation>
    </message>
    <message>
        <source>Te&amp;rms of the project…</source>
        <translation>项目术语(&amp;R)…</translation>
    </message>
    <message>
        <source>C&amp;oders…</source>
        <translation>管理编码者(&amp;O)…</translation>
    </message>
    <message>
        <source>Work &amp;blind</source>
        <translation>盲编(&amp;B)</translation>
    </message>
    <message>
        <source>Next passage of the li&amp;st</source>
        <translation>列表中的下一条原始语句(&amp;S)</translation>
    </message>
    <message>
        <source>Pre&amp;vious passage of the list</source>
        <translation>列表中的上一条原始语句(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next document</source>
        <translation>下一篇文档(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous document</source>
        <translation>上一篇文档(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rename the document</source>
        <translation>重命名文档(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Label, group, variables…</source>
        <translation>短标签、分组和变量(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Not assigned</source>
        <translation>未分配(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;In progress</source>
        <translation>进行中(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Finished</source>
        <translation>已完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Delete the document</source>
        <translation>删除文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Change coder…</source>
        <translation>更换编码者(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open for rea&amp;ding only…</source>
        <translation>以只读方式打开(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import texts…</source>
        <translation>导入文本(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a code&amp;book…</source>
        <translation>导入编码手册(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Export the codebook…</source>
        <translation>导出编码手册(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;passages…</source>
        <translation>导出原始语句(&amp;P)…</translation>
    </message>
    <message>
        <source>Export &amp;tables for the thesis…</source>
        <translation>导出学位论文表格(&amp;T)…</translation>
    </message>
    <message>
        <source>A&amp;greement report…</source>
        <translation>一致性报告(&amp;G)…</translation>
    </message>
    <message>
        <source>Back &amp;up now</source>
        <translation>立即备份(&amp;U)</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Chec&amp;k the project</source>
        <translation>检查项目(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销：{step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做：{step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Find &amp;in the text…</source>
        <translation>在文本中查找(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Find codes</source>
        <translation>查找编码(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>实际大小(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;panel</source>
        <translation>下一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Previous p&amp;anel</source>
        <translation>上一个面板(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>All &amp;commands…</source>
        <translation>全部命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show the &amp;hints again</source>
        <translation>重新显示提示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About qcode</source>
        <translation>关于 qcode(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation>原始语句(&amp;P)</translation>
    </message>
    <message>
        <source>Codes just &amp;used</source>
        <translation>最近使用的编码(&amp;U)</translation>
    </message>
    <message>
        <source>Ed&amp;ges of the passage</source>
        <translation>调整起止位置(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Codes</source>
        <translation>编码(&amp;C)</translation>
    </message>
    <message>
        <source>Change &amp;level</source>
        <translation>更改层级(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Status of my work</source>
        <translation>我的进度(&amp;S)</translation>
    </message>
    <message>
        <source>Memo&amp;s</source>
        <translation>备忘录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New memo</source>
        <translation>新建备忘录(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复核(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;oder</source>
        <translation>编码者(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>St&amp;ripes</source>
        <translation>编码条(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>Stripes with &amp;names</source>
        <translation>编码条和名称(&amp;N)</translation>
    </message>
    <message>
        <source>Stripes &amp;only</source>
        <translation>仅编码条(&amp;O)</translation>
    </message>
    <message>
        <source>No &amp;stripes</source>
        <translation>不显示编码条(&amp;S)</translation>
    </message>
    <message>
        <source>Only &amp;my codings in the text</source>
        <translation>文本中仅显示我的编码(&amp;M)</translation>
    </message>
    <message>
        <source>Next coding at this p&amp;lace</source>
        <translation>此处的下一个编码(&amp;L)</translation>
    </message>
    <message>
        <source>Previous coding at this plac&amp;e</source>
        <translation>此处的上一个编码(&amp;E)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>主轴编码</translation>
    </message>
    <message>
        <source>Selective</source>
        <translation>选择性编码</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Analyse · {step}</source>
        <translation>分析 · {step}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>&amp;Theoretical memo</source>
        <translation>理论备忘录(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Code memo</source>
        <translation>编码备忘录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Operational memo</source>
        <translation>操作备忘录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Document memo</source>
        <translation>文档备忘录(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Passage memo</source>
        <translation>原始语句备忘录(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;roject memo</source>
        <translation>项目备忘录(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Write a memo here</source>
        <translation>在此撰写备忘录(&amp;W)</translation>
    </message>
    <message>
        <source>Memos &amp;beside the text</source>
        <translation>文本旁的备忘录(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;All memos</source>
        <translation>全部备忘录(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export memos to Word…</source>
        <translation>将备忘录导出到 Word(&amp;E)…</translation>
    </message>
    <message>
        <source>New {kind}…</source>
        <translation>新建{kind}…</translation>
    </message>
    <message>
        <source>&amp;Who codes what…</source>
        <translation>编码分工(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Hand out a packet…</source>
        <translation>分发任务包(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Merge files…</source>
        <translation>合并文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Code a &amp;share again…</source>
        <translation>抽样重编码(&amp;S)…</translation>
    </message>
    <message>
        <source>A&amp;greement in a table of ratings…</source>
        <translation>评定数据表的一致性(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Next open disagreement</source>
        <translation>下一处待定分歧(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous open disagreement</source>
        <translation>上一处待定分歧(&amp;P)</translation>
    </message>
    <message>
        <source>Show in the te&amp;xt</source>
        <translation>在文本中显示(&amp;X)</translation>
    </message>
    <message>
        <source>As the &amp;first coder</source>
        <translation>取第一位编码者(&amp;F)</translation>
    </message>
    <message>
        <source>As the &amp;second coder</source>
        <translation>取第二位编码者(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>两者并存(&amp;B)</translation>
    </message>
    <message>
        <source>What either coded: the &amp;union</source>
        <translation>任一方所编：取并集(&amp;U)</translation>
    </message>
    <message>
        <source>What both coded: the &amp;overlap</source>
        <translation>双方所编：取交集(&amp;O)</translation>
    </message>
    <message>
        <source>Other &amp;edges…</source>
        <translation>改定边界(&amp;E)…</translation>
    </message>
    <message>
        <source>Another &amp;code…</source>
        <translation>改用其他编码(&amp;C)…</translation>
    </message>
    <message>
        <source>None of t&amp;hem</source>
        <translation>均不取(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Let the disagreement stand</source>
        <translation>保留分歧(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;it again</source>
        <translation>撤回裁定(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Reason of the decision</source>
        <translation>裁定的理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Amend the code</source>
        <translation>修订编码(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Memo on the disagreement</source>
        <translation>关于此分歧的备忘录(&amp;M)</translation>
    </message>
    <message>
        <source>Show &amp;trifles</source>
        <translation>显示细小差异(&amp;T)</translation>
    </message>
    <message>
        <source>Take over what all a&amp;gree on</source>
        <translation>采纳各方一致的编码(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Keep this round…</source>
        <translation>保存本轮(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>agreement_report</name>
    <message>
        <source>The report is written</source>
        <translation>报告已导出</translation>
    </message>
    <message>
        <source>Agreement report</source>
        <translation>一致性报告</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>CSV (units by coders, for R and SPSS)</source>
        <translation>CSV（单位 × 编码者，供 R 和 SPSS 使用）</translation>
    </message>
    <message>
        <source>Count a passage for the codes above its own, too</source>
        <translation>原始语句同时计入其编码的各上级编码</translation>
    </message>
    <message>
        <source>Fewer than two coders have worked: nothing can be compared.</source>
        <translation>已有编码的编码者不足两位，无法比较。</translation>
    </message>
    <message>
        <source>Choose at least two coders.</source>
        <translation>请至少选择两位编码者。</translation>
    </message>
    <message>
        <source>Coded segments have no table of units by coders. Choose another unit.</source>
        <translation>以编码片段为单位时，没有“单位 × 编码者”表。请选择其他单位。</translation>
    </message>
    <message>
        <source>Those that all of them have finished</source>
        <translation>各编码者均已完成的</translation>
    </message>
    <message>
        <source>All, finished or not</source>
        <translation>全部，不论是否完成</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Of the {number} that were chosen in the review.</source>
        <translation>限于复核中选定的 {number} 篇。</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>比较单位</translation>
    </message>
    <message>
        <source>Segments share at least</source>
        <translation>片段重合不少于</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>The {number} that were chosen in the review</source>
        <translation>复核中选定的 {number} 个</translation>
    </message>
</context>
<context>
    <name>amend_form</name>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>何时不用</translation>
    </message>
    <message>
        <source>Typical example</source>
        <translation>典型例句</translation>
    </message>
    <message>
        <source>Boundary example</source>
        <translation>边界例句</translation>
    </message>
    <message>
        <source>Nothing is written about this code yet.</source>
        <translation>此编码尚无说明。</translation>
    </message>
    <message>
        <source>✎ “{before}” merged into “{after}” · {coder}, {day}</source>
        <translation>✎ “{before}”并入“{after}” · {coder}，{day}</translation>
    </message>
    <message>
        <source>✎ “{after}” split off from “{before}” · {coder}, {day}</source>
        <translation>✎ 从“{before}”拆分出“{after}” · {coder}，{day}</translation>
    </message>
    <message>
        <source>✎ Memo “{after}” · {coder}, {day}</source>
        <translation>✎ 备忘录“{after}” · {coder}，{day}</translation>
    </message>
    <message>
        <source>✎ {field} of “{code}”: “{after}” · {coder}, {day}</source>
        <translation>✎ “{code}”的{field}：“{after}” · {coder}，{day}</translation>
    </message>
</context>
<context>
    <name>analyse</name>
    <message>
        <source>Saturation</source>
        <translation>理论饱和度</translation>
    </message>
    <message>
        <source>Coherence</source>
        <translation>一致性检查</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>axis_choice</name>
    <message>
        <source>All with few values</source>
        <translation>所有取值较少的变量</translation>
    </message>
    <message>
        <source>Groups of documents</source>
        <translation>文档组</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Variable: {name}</source>
        <translation>变量：{name}</translation>
    </message>
    <message>
        <source>Property: {name}</source>
        <translation>属性：{name}</translation>
    </message>
    <message>
        <source>Below {name}</source>
        <translation>{name} 的下级</translation>
    </message>
</context>
<context>
    <name>choose_code</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>{names} — passages, memos and codes below go over to the chosen code. Undo brings all of it back.</source>
        <translation>{names}：其原始语句、备忘录和下级编码都将转入所选编码。撤销即可全部恢复。</translation>
    </message>
    <message>
        <source>Move under</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>{names} — with the codes below.</source>
        <translation>{names}：连同其下级编码。</translation>
    </message>
    <message>
        <source>Top level</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>筛选编码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}以及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>choose_passages</name>
    <message>
        <source>Filter passages</source>
        <translation>筛选原始语句</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>There is no passage to choose.</source>
        <translation>没有可选的原始语句。</translation>
    </message>
</context>
<context>
    <name>coder</name>
    <message>
        <source>Who codes?</source>
        <translation>由谁编码？</translation>
    </message>
    <message>
        <source>Code as this person</source>
        <translation>以此身份编码</translation>
    </message>
    <message>
        <source>Every coding and every step carries this name. A new name makes a new coder with the first coding.</source>
        <translation>每次编码、每一步操作都会记下此姓名。填写新姓名，首次编码时即新建一位编码者。</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
</context>
<context>
    <name>coders</name>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Code as this person</source>
        <translation>以此身份编码</translation>
    </message>
    <message>
        <source>Every coding and every step carries the name of who codes.</source>
        <translation>每次编码、每一步操作都会记下编码者的姓名。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>编码次数</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;olour…</source>
        <translation>颜色(&amp;O)…</translation>
    </message>
    <message>
        <source>Each coder sees the codings and memos of the others only in documents that they have set to finished themselves: in texts, counts, lists, history and exports. The codebook stays shared. It holds for everybody who works in this project.</source>
        <translation>编码者自己将文档设为“已完成”后，才能看到他人在该文档中的编码和备忘录；文本、计数、列表、历史记录和导出均如此。编码手册始终共享。此设置对本项目的所有编码者生效。</translation>
    </message>
    <message>
        <source>Work &amp;blind</source>
        <translation>盲编(&amp;B)</translation>
    </message>
    <message>
        <source>The project is open read-only; nothing can be changed here.</source>
        <translation>项目以只读方式打开，此处无法更改。</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done}/{count}</translation>
    </message>
    <message>
        <source>codes now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Add a coder</source>
        <translation>添加编码者</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Rename the coder</source>
        <translation>重命名编码者</translation>
    </message>
    <message>
        <source>Colour of the coder</source>
        <translation>编码者的颜色</translation>
    </message>
    <message>
        <source>Work blind</source>
        <translation>盲编</translation>
    </message>
</context>
<context>
    <name>colour</name>
    <message>
        <source>Colour of the code</source>
        <translation>编码的颜色</translation>
    </message>
    <message>
        <source>Other colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>赭色</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>酒红</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>sand</source>
        <translation>沙色</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go to {document}</source>
        <translation>转到“{document}”</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>needs an open project</source>
        <translation>需先打开项目</translation>
    </message>
    <message>
        <source>this project is read-only</source>
        <translation>项目为只读</translation>
    </message>
    <message>
        <source>needs an open document</source>
        <translation>需先打开文档</translation>
    </message>
    <message>
        <source>needs selected words</source>
        <translation>需先选中文字</translation>
    </message>
    <message>
        <source>needs a chosen passage</source>
        <translation>需先选择原始语句</translation>
    </message>
    <message>
        <source>needs selected words or a chosen passage</source>
        <translation>需先选中文字或原始语句</translation>
    </message>
    <message>
        <source>needs a chosen code</source>
        <translation>需先选择编码</translation>
    </message>
    <message>
        <source>needs coders compared in the workspace Review</source>
        <translation>需先在“复核”工作区比较编码者</translation>
    </message>
    <message>
        <source>needs a chosen disagreement</source>
        <translation>需先选择一处分歧</translation>
    </message>
    <message>
        <source>needs a passage that both have coded</source>
        <translation>需要双方均已编码的段落</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>需要已有裁定</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>没有可撤销的步骤</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>没有可重做的步骤</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>目前不可用</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>There is nothing to undo in {file}.</source>
        <translation>{file} 中没有可撤销的步骤。</translation>
    </message>
    <message>
        <source>There is nothing to redo in {file}.</source>
        <translation>{file} 中没有可重做的步骤。</translation>
    </message>
    <message>
        <source>Cannot write {path}: it is read-only, or another program holds it. Close it there, or choose another name.</source>
        <translation>无法写入 {path}：该文件为只读，或正被其他程序占用。请在该程序中关闭它，或换一个名称。</translation>
    </message>
    <message>
        <source>Cannot write {path}: the folder {folder} does not exist.</source>
        <translation>无法写入 {path}：文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>Cannot write {path}: it is a folder.</source>
        <translation>无法写入 {path}：它是一个文件夹。</translation>
    </message>
    <message>
        <source>Cannot write {path}: it is not an ordinary file.</source>
        <translation>无法写入 {path}：它不是普通文件。</translation>
    </message>
    <message>
        <source>Cannot write {path}: the disk is full.</source>
        <translation>无法写入 {path}：磁盘已满。</translation>
    </message>
    <message>
        <source>Cannot write {path}: the name is too long.</source>
        <translation>无法写入 {path}：名称过长。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>It is damaged: the Word document cannot be unpacked.</source>
        <translation>文件已损坏：无法解压此 Word 文档。</translation>
    </message>
    <message>
        <source>It is of the old Word kind (.doc). Save it as .docx in Word or LibreOffice.</source>
        <translation>这是旧版 Word 格式（.doc）。请用 Word 或 LibreOffice 另存为 .docx。</translation>
    </message>
    <message>
        <source>It is not a Word document (.docx).</source>
        <translation>这不是 Word 文档（.docx）。</translation>
    </message>
    <message>
        <source>It is no sound Word document: a part of it points outside ({part}).</source>
        <translation>Word 文档不完整：其中有部分指向文档之外（{part}）。</translation>
    </message>
    <message>
        <source>It is a zip file, but not a Word document (.docx).</source>
        <translation>这是 zip 文件，但不是 Word 文档（.docx）。</translation>
    </message>
    <message>
        <source>It unpacks to far more than a document of its size should and was not read.</source>
        <translation>解压后的内容远远超出正常大小，因此未读取。</translation>
    </message>
    <message>
        <source>It is protected by a password. Save it without one and try again.</source>
        <translation>文件有密码保护。请去除密码后另存，再重试。</translation>
    </message>
    <message>
        <source>It is no sound Word document: it is nested too deeply.</source>
        <translation>Word 文档不正常：嵌套层次过深。</translation>
    </message>
    <message>
        <source>It is damaged: its XML breaks off or is wrong at line {line}, column {column}.</source>
        <translation>文件已损坏：其 XML 在第 {line} 行第 {column} 列中断或有误。</translation>
    </message>
    <message>
        <source>It declares XML entities, which no Word document needs, and was not read.</source>
        <translation>文件声明了 Word 文档不需要的 XML 实体，因此未读取。</translation>
    </message>
    <message>
        <source>It is no sound Word document: its main part is none.</source>
        <translation>Word 文档不完整：缺少正文部分。</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>It is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Files of this kind are not read. qcode reads {kinds} and other plain text.</source>
        <translation>不支持此类文件。qcode 可读取 {kinds} 及其他纯文本。</translation>
    </message>
    <message>
        <source>Records of this kind are not read. Export them as RIS and try again.</source>
        <translation>不支持此类题录。请导出为 RIS 格式后重试。</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>文件中没有文本。</translation>
    </message>
    <message>
        <source>It holds no records: neither RIS nor the page of a thesis database.</source>
        <translation>文件中没有题录：既不是 RIS，也不是学位论文数据库的页面。</translation>
    </message>
    <message>
        <source>record {number}</source>
        <translation>题录 {number}</translation>
    </message>
    <message>
        <source>Record {record} (line {line}) has no end; the file may be cut off there. It was left out: {title}</source>
        <translation>题录 {record}（第 {line} 行）没有结尾，文件可能在此处被截断。未导入：{title}</translation>
    </message>
    <message>
        <source>Record {record} (line {line}) is too long for an abstract and was left out: {title}</source>
        <translation>题录 {record}（第 {line} 行）过长，不像摘要，未导入：{title}</translation>
    </message>
    <message>
        <source>Record {record} (line {line}) has no abstract and was left out: {title}</source>
        <translation>题录 {record}（第 {line} 行）没有摘要，未导入：{title}</translation>
    </message>
    <message>
        <source>Tables are read from .csv, .xlsx and .jsonl files.</source>
        <translation>表格须为 .csv、.xlsx 或 .jsonl 文件。</translation>
    </message>
    <message>
        <source>Tables are read from .csv, .tsv, .txt and .xlsx files.</source>
        <translation>表格须为 .csv、.tsv、.txt 或 .xlsx 文件。</translation>
    </message>
    <message>
        <source>Its first row does not name the columns.</source>
        <translation>第一行不是列名。</translation>
    </message>
    <message>
        <source>Column {number} has no name in the first row.</source>
        <translation>第一行中第 {number} 列没有列名。</translation>
    </message>
    <message>
        <source>Two columns are called {name}.</source>
        <translation>有两列都叫 {name}。</translation>
    </message>
    <message>
        <source>Line {line} has more cells than there are columns ({columns}).</source>
        <translation>第 {line} 行的单元格多于列数（{columns}）。</translation>
    </message>
    <message>
        <source>The quotation marks of the row that begins on line {line} are wrong.</source>
        <translation>从第 {line} 行开始的记录引号有误。</translation>
    </message>
    <message>
        <source>Line {line} is not sound JSON.</source>
        <translation>第 {line} 行不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Line {line} is no JSON object ({{…}}).</source>
        <translation>第 {line} 行不是 JSON 对象（{{…}}）。</translation>
    </message>
    <message>
        <source>Cannot write {path}: its ending must be one of {endings}.</source>
        <translation>无法写入 {path}：扩展名必须是 {endings} 之一。</translation>
    </message>
    <message>
        <source>Cannot write {path}: a sheet holds {limit} rows and there are more. Choose CSV instead.</source>
        <translation>无法写入 {path}：一张工作表最多容纳 {limit} 行，实际行数更多。请改用 CSV。</translation>
    </message>
    <message>
        <source>Line {line} belongs to no record and was left out: {content}</source>
        <translation>第 {line} 行不属于任何题录，未导入：{content}</translation>
    </message>
    <message>
        <source>Record {record}, which begins on line {line}, does not end within {limit} lines.</source>
        <translation>从第 {line} 行开始的题录 {record} 在 {limit} 行之内没有结束。</translation>
    </message>
    <message>
        <source>It has more than {limit} records (line {line}). Split it.</source>
        <translation>文件中的题录超过 {limit} 条（第 {line} 行）。请拆分文件。</translation>
    </message>
    <message>
        <source>Recognise by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode（UTF-8）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16)</source>
        <translation>Unicode（UTF-16）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, little-endian)</source>
        <translation>Unicode（UTF-16，小端序）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16, big-endian)</source>
        <translation>Unicode（UTF-16，大端序）</translation>
    </message>
    <message>
        <source>Chinese, simplified (GB18030, GBK, GB2312)</source>
        <translation>简体中文（GB18030、GBK、GB2312）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation>繁体中文（Big5）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5, Hong Kong)</source>
        <translation>繁体中文（Big5，香港）</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>日文（Shift JIS）</translation>
    </message>
    <message>
        <source>Japanese (EUC)</source>
        <translation>日文（EUC）</translation>
    </message>
    <message>
        <source>Korean (EUC, Windows 949)</source>
        <translation>韩文（EUC、Windows 949）</translation>
    </message>
    <message>
        <source>Western European (Windows 1252, Latin 1)</source>
        <translation>西欧（Windows 1252、Latin 1）</translation>
    </message>
    <message>
        <source>Central European (Windows 1250)</source>
        <translation>中欧（Windows 1250）</translation>
    </message>
    <message>
        <source>Cyrillic (Windows 1251)</source>
        <translation>西里尔文（Windows 1251）</translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation>西里尔文（KOI8-R）</translation>
    </message>
    <message>
        <source>Greek (Windows 1253)</source>
        <translation>希腊文（Windows 1253）</translation>
    </message>
    <message>
        <source>Turkish (Windows 1254)</source>
        <translation>土耳其文（Windows 1254）</translation>
    </message>
    <message>
        <source>Hebrew (Windows 1255)</source>
        <translation>希伯来文（Windows 1255）</translation>
    </message>
    <message>
        <source>Arabic (Windows 1256)</source>
        <translation>阿拉伯文（Windows 1256）</translation>
    </message>
    <message>
        <source>Baltic (Windows 1257)</source>
        <translation>波罗的海文（Windows 1257）</translation>
    </message>
    <message>
        <source>Thai (Windows 874)</source>
        <translation>泰文（Windows 874）</translation>
    </message>
    <message>
        <source>Western European (Macintosh)</source>
        <translation>西欧（Macintosh）</translation>
    </message>
    <message>
        <source>It is {size} MB large, and at most {limit} MB are read. Split it and try again.</source>
        <translation>文件大小为 {size} MB，最多可读取 {limit} MB。请拆分后重试。</translation>
    </message>
    <message>
        <source>Its encoding was not recognised: it is not UTF-8 from byte {offset} (line {line}) on. Choose the encoding, or check that it is a text.</source>
        <translation>未能识别字符编码：从第 {offset} 字节（第 {line} 行）起不是 UTF-8。请选择字符编码，或确认它是文本。</translation>
    </message>
    <message>
        <source>It is not a text in the encoding {encoding}.</source>
        <translation>它不是字符编码为 {encoding} 的文本。</translation>
    </message>
    <message>
        <source>There is no text encoding called {encoding}.</source>
        <translation>没有名为 {encoding} 的字符编码。</translation>
    </message>
    <message>
        <source>It is not sound {encoding}: byte {offset} (line {line}) does not fit. Choose another encoding, or repair the text.</source>
        <translation>不是有效的 {encoding}：第 {offset} 字节（第 {line} 行）不符。请选择其他字符编码，或修复文本。</translation>
    </message>
    <message>
        <source>Line {line} is longer than {limit} million characters and cannot be shown.</source>
        <translation>第 {line} 行超过 {limit} 百万个字符，无法显示。</translation>
    </message>
    <message>
        <source>It is not a text: line {line} holds control characters.</source>
        <translation>这不是文本：第 {line} 行含有控制字符。</translation>
    </message>
    <message>
        <source>It is no page of a thesis database: nothing says Abstract.</source>
        <translation>这不是学位论文数据库的页面：其中没有 Abstract（摘要）字样。</translation>
    </message>
    <message>
        <source>There is no abstract below line {line}.</source>
        <translation>第 {line} 行之后没有摘要。</translation>
    </message>
    <message>
        <source>There is no title above the abstract.</source>
        <translation>摘要之前没有标题。</translation>
    </message>
    <message>
        <source>open coding</source>
        <translation>开放式编码</translation>
    </message>
    <message>
        <source>axial coding</source>
        <translation>主轴编码</translation>
    </message>
    <message>
        <source>selective coding</source>
        <translation>选择性编码</translation>
    </message>
    <message>
        <source>concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>initial category</source>
        <translation>初始范畴</translation>
    </message>
    <message>
        <source>main category</source>
        <translation>主范畴</translation>
    </message>
    <message>
        <source>core category</source>
        <translation>核心范畴</translation>
    </message>
    <message>
        <source>theoretical memo</source>
        <translation>理论备忘录</translation>
    </message>
    <message>
        <source>code memo</source>
        <translation>编码备忘录</translation>
    </message>
    <message>
        <source>operational memo</source>
        <translation>操作备忘录</translation>
    </message>
    <message>
        <source>document memo</source>
        <translation>文档备忘录</translation>
    </message>
    <message>
        <source>passage memo</source>
        <translation>原始语句备忘录</translation>
    </message>
    <message>
        <source>project memo</source>
        <translation>项目备忘录</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>causal condition</source>
        <translation>因果条件</translation>
    </message>
    <message>
        <source>phenomenon</source>
        <translation>现象</translation>
    </message>
    <message>
        <source>context</source>
        <translation>脉络</translation>
    </message>
    <message>
        <source>intervening condition</source>
        <translation>中介条件</translation>
    </message>
    <message>
        <source>action/interaction strategy</source>
        <translation>行动策略</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>{file} cannot be restored onto itself.</source>
        <translation>不能用 {file} 恢复它自身。</translation>
    </message>
    <message>
        <source>{file} is a backup itself. Name the backup first, then the project.</source>
        <translation>{file} 本身就是备份。请先写备份文件，再写项目文件。</translation>
    </message>
    <message>
        <source>{file} is not a qcode project and is not replaced.</source>
        <translation>{file} 不是 qcode 项目，未作替换。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read completely ({detail}). Restore a backup of it; nothing was changed.</source>
        <translation>{file} 已损坏，无法完整读取（{detail}）。请从备份恢复；未作任何更改。</translation>
    </message>
    <message>
        <source>Add coder {name}</source>
        <translation>添加编码者“{name}”</translation>
    </message>
    <message>
        <source>Rename coder to {name}</source>
        <translation>将编码者重命名为“{name}”</translation>
    </message>
    <message>
        <source>Colour of {coder}</source>
        <translation>更改 {coder} 的颜色</translation>
    </message>
    <message>
        <source>There is already a coder “{name}”.</source>
        <translation>已有编码者“{name}”。</translation>
    </message>
    <message>
        <source>This coder no longer exists.</source>
        <translation>此编码者已不存在。</translation>
    </message>
    <message>
        <source>Work blind</source>
        <translation>启用盲编</translation>
    </message>
    <message>
        <source>Work blind no longer</source>
        <translation>停用盲编</translation>
    </message>
    <message>
        <source>There is no coder “{name}” in {file}; it has: {coders}.</source>
        <translation>{file} 中没有编码者“{name}”；现有：{coders}。</translation>
    </message>
    <message>
        <source>Status of {coder}: {status}</source>
        <translation>将 {coder} 的进度设为“{status}”</translation>
    </message>
    <message>
        <source>New {kind} {name}</source>
        <translation>新建{kind}“{name}”</translation>
    </message>
    <message>
        <source>Rename code to {name}</source>
        <translation>将编码重命名为“{name}”</translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation>更改 {code} 的颜色</translation>
    </message>
    <message>
        <source>Describe {code}</source>
        <translation>编辑 {code} 的说明</translation>
    </message>
    <message>
        <source>Make {code} a {kind}</source>
        <translation>将 {code} 改为{kind}</translation>
    </message>
    <message>
        <source>Move {code}</source>
        <translation>移动 {code}</translation>
    </message>
    <message>
        <source>“{code}” cannot be moved below itself.</source>
        <translation>不能将“{code}”移到它自己之下。</translation>
    </message>
    <message>
        <source>Merge {codes} into {code}</source>
        <translation>将 {codes} 并入 {code}</translation>
    </message>
    <message>
        <source>“{code}” contains “{into}”; move “{into}” out of it before merging.</source>
        <translation>“{code}”包含“{into}”；请先将“{into}”移出，再合并。</translation>
    </message>
    <message>
        <source>Choose at least one passage first.</source>
        <translation>请先选择至少一条原始语句。</translation>
    </message>
    <message>
        <source>Move {count} passages to {code}</source>
        <translation>将 {count} 条原始语句移至 {code}</translation>
    </message>
    <message>
        <source>Some of these passages no longer carry the code; look at the list again.</source>
        <translation>其中有些原始语句已不带此编码，请重新查看列表。</translation>
    </message>
    <message>
        <source>Delete {code}</source>
        <translation>删除 {code}</translation>
    </message>
    <message>
        <source>Number codes no longer</source>
        <translation>不再为编码编号</translation>
    </message>
    <message>
        <source>Number codes: {preset}</source>
        <translation>设置编码编号 {preset}</translation>
    </message>
    <message>
        <source>This code no longer exists.</source>
        <translation>此编码已不存在。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) cannot be under “{parent}” ({parent_kind}): a code is never under a code of a lower kind.</source>
        <translation>“{code}”（{kind}）不能归入“{parent}”（{parent_kind}）：编码不能归入层级更低的编码。</translation>
    </message>
    <message>
        <source>A code needs a name.</source>
        <translation>编码需要有名称。</translation>
    </message>
    <message>
        <source>The name “{start}…” is too long ({count} characters).</source>
        <translation>名称“{start}…”过长（{count} 个字符）。</translation>
    </message>
    <message>
        <source>There is already a code “{name}” in this place.</source>
        <translation>此处已有编码“{name}”。</translation>
    </message>
    <message>
        <source>Two codes “{name}” would come to stand in the same place; rename one of them first.</source>
        <translation>会有两个编码“{name}”出现在同一处；请先重命名其中一个。</translation>
    </message>
    <message>
        <source>“{color}” is not a colour; write it as #RRGGBB.</source>
        <translation>“{color}”不是颜色；请写成 #RRGGBB。</translation>
    </message>
    <message>
        <source>{count} codes</source>
        <translation>{count} 个编码</translation>
    </message>
    <message>
        <source>Apply {code}</source>
        <translation>应用 {code}</translation>
    </message>
    <message>
        <source>Code in vivo “{name}”</source>
        <translation>原话编码“{name}”</translation>
    </message>
    <message>
        <source>Apply new {kind} {name}</source>
        <translation>新建并应用{kind}“{name}”</translation>
    </message>
    <message>
        <source>Remove {code}</source>
        <translation>取消应用 {code}</translation>
    </message>
    <message>
        <source>Recode as {code}</source>
        <translation>改为编码 {code}</translation>
    </message>
    <message>
        <source>Memo on a passage</source>
        <translation>原始语句备忘录</translation>
    </message>
    <message>
        <source>Mark as typical</source>
        <translation>标为典型</translation>
    </message>
    <message>
        <source>Unmark as typical</source>
        <translation>取消典型标记</translation>
    </message>
    <message>
        <source>This coding no longer exists.</source>
        <translation>此处编码已不存在。</translation>
    </message>
    <message>
        <source>Move the edges of {code}</source>
        <translation>调整 {code} 的起止位置</translation>
    </message>
    <message>
        <source>The span {start}–{end} does not lie in “{document}”, which has {characters} characters.</source>
        <translation>范围 {start}–{end} 超出了“{document}”，该文档共 {characters} 个字符。</translation>
    </message>
    <message>
        <source>“{document}” reads “{found}” at {start}–{end}, not “{quote}”; was it coded in another version of the text?</source>
        <translation>“{document}”在 {start}–{end} 处的文字是“{found}”，不是“{quote}”；当时编码的是否是该文本的另一版本？</translation>
    </message>
    <message>
        <source>This document no longer exists.</source>
        <translation>此文档已不存在。</translation>
    </message>
    <message>
        <source>There is only white space at {start}–{end} in “{document}”; choose a passage with words in it.</source>
        <translation>“{document}”的 {start}–{end} 处只有空白；请选择含有文字的语句。</translation>
    </message>
    <message>
        <source>The sample cannot be built in {file}: {reason}.</source>
        <translation>无法在 {file} 中生成示例：{reason}。</translation>
    </message>
    <message>
        <source>{folder} holds files that are not of an earlier demo ({files}); choose another folder.</source>
        <translation>{folder} 中有不属于先前示例的文件（{files}）；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Build the sample&apos;s codebook</source>
        <translation>建立示例的编码手册</translation>
    </message>
    <message>
        <source>Code the sample as {coder}</source>
        <translation>以 {coder} 的身份为示例编码</translation>
    </message>
    <message>
        <source>Edit document {name}</source>
        <translation>编辑文档“{name}”</translation>
    </message>
    <message>
        <source>Group documents: {group}</source>
        <translation>调整文档分组 {group}</translation>
    </message>
    <message>
        <source>Take documents out of their group</source>
        <translation>将文档移出分组</translation>
    </message>
    <message>
        <source>Rename group to {name}</source>
        <translation>将分组重命名为“{name}”</translation>
    </message>
    <message>
        <source>This group no longer exists.</source>
        <translation>此分组已不存在。</translation>
    </message>
    <message>
        <source>There is already a group “{name}”.</source>
        <translation>已有分组“{name}”。</translation>
    </message>
    <message>
        <source>Dissolve group {name}</source>
        <translation>解散分组“{name}”</translation>
    </message>
    <message>
        <source>Order documents</source>
        <translation>调整文档顺序</translation>
    </message>
    <message>
        <source>Delete document {name}</source>
        <translation>删除文档“{name}”</translation>
    </message>
    <message>
        <source>Delete {count} documents</source>
        <translation>删除 {count} 篇文档</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation>名称不能为空。</translation>
    </message>
    <message>
        <source>{file}: the ending must be one of {endings}.</source>
        <translation>{file}：扩展名必须是 {endings} 之一。</translation>
    </message>
    <message>
        <source>{file}: It cannot be read ({reason}).</source>
        <translation>{file}：无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>same text as “{name}”</source>
        <translation>与“{name}”文本相同</translation>
    </message>
    <message>
        <source>same DOI as “{name}”</source>
        <translation>与“{name}”DOI 相同</translation>
    </message>
    <message>
        <source>same title and year as “{name}”</source>
        <translation>与“{name}”标题和年份相同</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>导入“{name}”</translation>
    </message>
    <message>
        <source>Import {count} documents</source>
        <translation>导入 {count} 篇文档</translation>
    </message>
    <message>
        <source>There is no document “{name}” in {file}.</source>
        <translation>{file} 中没有文档“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” names several documents in {file}; use a GUID: {guids}.</source>
        <translation>{file} 中有多篇文档名为“{name}”；请使用 GUID：{guids}。</translation>
    </message>
    <message>
        <source>There is no code “{name}” in {file}.</source>
        <translation>{file} 中没有编码“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” names several codes in {file}; use a GUID or a path: {guids}.</source>
        <translation>{file} 中有多个编码名为“{name}”；请使用 GUID 或路径：{guids}。</translation>
    </message>
    <message>
        <source>Write {kind}</source>
        <translation>撰写{kind}</translation>
    </message>
    <message>
        <source>Edit memo</source>
        <translation>编辑备忘录</translation>
    </message>
    <message>
        <source>This memo no longer exists.</source>
        <translation>此备忘录已不存在。</translation>
    </message>
    <message>
        <source>This relation no longer exists.</source>
        <translation>此关系已不存在。</translation>
    </message>
    <message>
        <source>This paradigm no longer exists.</source>
        <translation>此编码范式已不存在。</translation>
    </message>
    <message>
        <source>Kind of a memo: {kind}</source>
        <translation>将备忘录类型改为{kind}</translation>
    </message>
    <message>
        <source>Attach memo</source>
        <translation>关联备忘录</translation>
    </message>
    <message>
        <source>Detach memo</source>
        <translation>取消备忘录的关联</translation>
    </message>
    <message>
        <source>Delete memo</source>
        <translation>删除备忘录</translation>
    </message>
    <message>
        <source>Rename project to {name}</source>
        <translation>将项目重命名为“{name}”</translation>
    </message>
    <message>
        <source>Create project {name}</source>
        <translation>新建项目“{name}”</translation>
    </message>
    <message>
        <source>A step of {coder}</source>
        <translation>{coder} 的操作</translation>
    </message>
    <message>
        <source>This would change work of {coder} that is hidden from you while you work blind. {coder} can do it, or you once you have finished the document.</source>
        <translation>此操作会更改 {coder} 的编码，而盲编期间您看不到这些内容。可由 {coder} 来做，或等您完成该文档后再做。</translation>
    </message>
    <message>
        <source>A coder needs a name.</source>
        <translation>请填写编码者的姓名。</translation>
    </message>
    <message>
        <source>Import codebook {name}</source>
        <translation>导入编码手册“{name}”</translation>
    </message>
    <message>
        <source>the table has no column “{column}”</source>
        <translation>表格中没有“{column}”列</translation>
    </message>
    <message>
        <source>the parent “{parent}” is itself below this code</source>
        <translation>上级“{parent}”本身位于此编码之下</translation>
    </message>
    <message>
        <source>there is no code “{parent}” to be the parent</source>
        <translation>没有可作上级的编码“{parent}”</translation>
    </message>
    <message>
        <source>“{parent}” names several codes; write its path (A &gt; B)</source>
        <translation>有多个编码名为“{parent}”；请写出路径（A &gt; B）</translation>
    </message>
    <message>
        <source>Import codings {name}</source>
        <translation>导入编码结果“{name}”</translation>
    </message>
    <message>
        <source>“{column}” is missing</source>
        <translation>缺少“{column}”</translation>
    </message>
    <message>
        <source>“created” is no time like {example} but “{value}”</source>
        <translation>“created”不是 {example} 这样的时间，而是“{value}”</translation>
    </message>
    <message>
        <source>“{column}” is not a position but “{value}”</source>
        <translation>“{column}”不是位置，而是“{value}”</translation>
    </message>
    <message>
        <source>“{value}” is no kind of code; there are: {known}</source>
        <translation>“{value}”不是编码类型；可用的有：{known}</translation>
    </message>
    <message>
        <source>a code of kind {kind} is at level {real}, not {level}</source>
        <translation>类型为 {kind} 的编码属于层级 {real}，而不是 {level}</translation>
    </message>
    <message>
        <source>“{value}” is no level; there are: {known}</source>
        <translation>“{value}”不是层级；可用的有：{known}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <translation>{file}，第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>The file itself is damaged: {detail}</source>
        <translation>文件本身已损坏：{detail}</translation>
    </message>
    <message>
        <source>Row {row} of {table} points to a missing row of {parent}.</source>
        <translation>{table} 的第 {row} 行指向 {parent} 中不存在的行。</translation>
    </message>
    <message>
        <source>The schema lacks {name}.</source>
        <translation>数据库结构缺少 {name}。</translation>
    </message>
    <message>
        <source>{name} in the schema is not as qcode made it.</source>
        <translation>数据库结构中的 {name} 已不是 qcode 创建时的样子。</translation>
    </message>
    <message>
        <source>The schema has {name}, which qcode did not make.</source>
        <translation>数据库结构中有 {name}，它不是 qcode 创建的。</translation>
    </message>
    <message>
        <source>The text with number {row} was altered.</source>
        <translation>编号为 {row} 的文本被改动过。</translation>
    </message>
    <message>
        <source>The codebook kept under number {row} was altered.</source>
        <translation>编号为 {row} 的编码手册存档被改动过。</translation>
    </message>
    <message>
        <source>The document {name} should have {said} characters but has {real}.</source>
        <translation>文档“{name}”应有 {said} 个字符，实际为 {real} 个。</translation>
    </message>
    <message>
        <source>Passage {row} lies outside its document.</source>
        <translation>原始语句 {row} 超出了所在文档的范围。</translation>
    </message>
    <message>
        <source>Passage {row} has neither code nor memo.</source>
        <translation>原始语句 {row} 既没有编码，也没有备忘录。</translation>
    </message>
    <message>
        <source>The code {row} is below itself.</source>
        <translation>编码 {row} 位于它自己之下。</translation>
    </message>
    <message>
        <source>The code {row} is under a code of a lower kind.</source>
        <translation>编码 {row} 归入了层级更低的编码。</translation>
    </message>
    <message>
        <source>The project has no name and number of its own.</source>
        <translation>项目没有自己的名称和标识。</translation>
    </message>
    <message>
        <source>Step {row} of the history was never finished.</source>
        <translation>历史记录的第 {row} 步从未完成。</translation>
    </message>
    <message>
        <source>The history lacks step {row}.</source>
        <translation>历史记录缺少第 {row} 步。</translation>
    </message>
    <message>
        <source>Step {row} of the history has lost what it changed.</source>
        <translation>历史记录第 {row} 步的更改内容已丢失。</translation>
    </message>
    <message>
        <source>Entry {row} of the history ({table}) cannot be read.</source>
        <translation>历史记录的第 {row} 条（{table}）无法读取。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read completely. Restore a backup of it; nothing was changed.</source>
        <translation>{file} 已损坏，无法完整读取。请从备份恢复；未作任何更改。</translation>
    </message>
    <message>
        <source>{file} is not a qcode project.</source>
        <translation>{file} 不是 qcode 项目。</translation>
    </message>
    <message>
        <source>{file} exists already; choose another name.</source>
        <translation>{file} 已存在；请换一个名称。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist.</source>
        <translation>{file} 所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>{file} cannot be written: it or its folder is write-protected. It can be opened read-only.</source>
        <translation>无法写入 {file}：文件或其文件夹有写保护。可以只读方式打开。</translation>
    </message>
    <message>
        <source>The text “{text}” holds half of a character (a lone surrogate), which no file can store. Nothing was changed.</source>
        <translation>文本“{text}”含有半个字符（孤立的代理项），任何文件都无法保存它。未作任何更改。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {file}. The step was not done; everything before it is saved.</source>
        <translation>{file} 所在磁盘已满。此步未完成；此前的内容均已保存。</translation>
    </message>
    <message>
        <source>{file} is in use by another program. Try again when it has finished.</source>
        <translation>{file} 正被其他程序使用。请待其完成后重试。</translation>
    </message>
    <message>
        <source>{file} cannot be opened. Check that you may read it.</source>
        <translation>无法打开 {file}。请确认您有读取权限。</translation>
    </message>
    <message>
        <source>{file} could not be read or written: the disk or the network reported an error. Everything before this step is saved.</source>
        <translation>无法读写 {file}：磁盘或网络报告了错误。此步之前的内容均已保存。</translation>
    </message>
    <message>
        <source>{file} was not found.</source>
        <translation>找不到 {file}。</translation>
    </message>
    <message>
        <source>You have no permission to use {file}.</source>
        <translation>您没有使用 {file} 的权限。</translation>
    </message>
    <message>
        <source>{file} is on a disk that cannot be written.</source>
        <translation>{file} 所在的磁盘不可写入。</translation>
    </message>
    <message>
        <source>There is no room left on the disk for {file}.</source>
        <translation>磁盘已满，放不下 {file}。</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} 是文件夹。</translation>
    </message>
    <message>
        <source>The name of {file} is too long.</source>
        <translation>{file} 的名称过长。</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>The right to write {file} was lost: its lock was removed, or the folder was away. Nothing was changed. Close the project and open it again.</source>
        <translation>已失去对 {file} 的写入权：文件锁被移除，或文件夹一度无法访问。未作任何更改。请关闭项目后重新打开。</translation>
    </message>
    <message>
        <source>{file} has meanwhile been opened for writing by {user} on {host} ({program}). Nothing was changed. Close the project here; open it again when it is closed there.</source>
        <translation>其间 {file} 已由 {user} 在 {host} 上以可写方式打开（{program}）。未作任何更改。请先关闭此处的项目，待对方关闭后再打开。</translation>
    </message>
    <message>
        <source>{file} is being written by {user} on {host} ({program}, process {pid}, since {since}). Close it there, or open it read-only.</source>
        <translation>{file} 正由 {user} 在 {host} 上写入（{program}，进程 {pid}，始于 {since}）。请在那里关闭它，或以只读方式打开。</translation>
    </message>
    <message>
        <source>{file} is being written by another window or command. Close it there, or open it read-only.</source>
        <translation>{file} 正由另一个窗口或命令写入。请在那里关闭它，或以只读方式打开。</translation>
    </message>
    <message>
        <source>{file} was closed; open it again.</source>
        <translation>{file} 已关闭；请重新打开。</translation>
    </message>
    <message>
        <source>{file} is open read-only; open it for writing to change it.</source>
        <translation>{file} 以只读方式打开；要修改，请以可写方式重新打开。</translation>
    </message>
    <message>
        <source>There is no document to hand out to {coder}.</source>
        <translation>没有可分发给 {coder} 的文档。</translation>
    </message>
    <message>
        <source>Packet for {coder} from {project}</source>
        <translation>“{project}”的任务包：{coder}</translation>
    </message>
    <message>
        <source>Hand out documents to {coder}</source>
        <translation>向 {coder} 分发文档</translation>
    </message>
    <message>
        <source>{file} was written by a newer qcode (schema {found}; this one knows {known}). Update qcode, or open it read-only.</source>
        <translation>{file} 由更新版本的 qcode 写入（结构版本 {found}，本程序支持 {known}）。请更新 qcode，或以只读方式打开。</translation>
    </message>
    <message>
        <source>{file} was removed, renamed or moved while it was open. Nothing was changed. Put it back in its place to go on.</source>
        <translation>{file} 在打开期间被删除、重命名或移动。未作任何更改。请将它放回原处，再继续工作。</translation>
    </message>
    <message>
        <source>{file} was deleted while it was open. Nothing was changed. Once the project is closed, a copy with every step up to here is among its backups.</source>
        <translation>{file} 在打开期间被删除。未作任何更改。关闭项目后，其备份中会有一份包含此前每一步的副本。</translation>
    </message>
    <message>
        <source>Another program has put a different file in the place of {file} while it was open. Nothing was changed. Close the project and open it again, or restore a backup.</source>
        <translation>{file} 在打开期间被其他程序换成了另一个文件。未作任何更改。请关闭项目后重新打开，或从备份恢复。</translation>
    </message>
    <message>
        <source>Another program has removed {log}, which belongs to {file} while it is open. Nothing was changed. Close the project and open it again.</source>
        <translation>其他程序删除了 {log}，而它是 {file} 打开期间必需的文件。未作任何更改。请关闭项目后重新打开。</translation>
    </message>
    <message>
        <source>More than one core</source>
        <translation>核心不止一个</translation>
    </message>
    <message>
        <source>A level is skipped</source>
        <translation>跳过了一个层级</translation>
    </message>
    <message>
        <source>Too low for the model</source>
        <translation>层级过低，不宜进入模型</translation>
    </message>
    <message>
        <source>Not brought in yet</source>
        <translation>尚未归入</translation>
    </message>
    <message>
        <source>Nothing below</source>
        <translation>下级为空</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>尚未归类</translation>
    </message>
    <message>
        <source>Passages skip a level</source>
        <translation>原始语句越级编码</translation>
    </message>
    <message>
        <source>Nearly the same name</source>
        <translation>名称近似</translation>
    </message>
    <message>
        <source>Rests on one document</source>
        <translation>仅依据一篇文档</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>从未使用</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>编码手册</translation>
    </message>
    <message>
        <source>codings</source>
        <translation>原始语句的编码</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>coders and their work</source>
        <translation>编码者及其工作</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>causes</source>
        <translation>导致</translation>
    </message>
    <message>
        <source>is a condition of</source>
        <translation>作为条件影响</translation>
    </message>
    <message>
        <source>promotes</source>
        <translation>促进</translation>
    </message>
    <message>
        <source>hinders</source>
        <translation>阻碍</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>引向</translation>
    </message>
    <message>
        <source>is part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>服务于</translation>
    </message>
    <message>
        <source>interacts with</source>
        <translation>相互作用</translation>
    </message>
    <message>
        <source>feeds back to</source>
        <translation>反馈于</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>化解</translation>
    </message>
    <message>
        <source>order of the documents</source>
        <translation>文档顺序</translation>
    </message>
    <message>
        <source>order of their first coding</source>
        <translation>首次编码的顺序</translation>
    </message>
    <message>
        <source>Strauss &amp; Corbin: open, axial, selective</source>
        <translation>Strauss &amp; Corbin：开放式、主轴、选择性编码</translation>
    </message>
    <message>
        <source>Charmaz: initial, focused, theoretical</source>
        <translation>Charmaz：初始、聚焦、理论编码</translation>
    </message>
    <message>
        <source>Glaser: open, selective, theoretical</source>
        <translation>Glaser：开放式、选择性、理论编码</translation>
    </message>
    <message>
        <source>Thematic analysis: code, theme, overarching theme</source>
        <translation>主题分析：编码、主题、总主题</translation>
    </message>
    <message>
        <source>initial coding</source>
        <translation>初始编码</translation>
    </message>
    <message>
        <source>focused coding</source>
        <translation>聚焦编码</translation>
    </message>
    <message>
        <source>theoretical coding</source>
        <translation>理论编码</translation>
    </message>
    <message>
        <source>initial code</source>
        <translation>初始代码</translation>
    </message>
    <message>
        <source>tentative category</source>
        <translation>暂定类属</translation>
    </message>
    <message>
        <source>focused category</source>
        <translation>聚焦类属</translation>
    </message>
    <message>
        <source>theoretical category</source>
        <translation>理论类属</translation>
    </message>
    <message>
        <source>advanced memo</source>
        <translation>高级备忘录</translation>
    </message>
    <message>
        <source>early memo</source>
        <translation>早期备忘录</translation>
    </message>
    <message>
        <source>category</source>
        <translation>范畴</translation>
    </message>
    <message>
        <source>related category</source>
        <translation>相关范畴</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>contingency</source>
        <translation>权变因素</translation>
    </message>
    <message>
        <source>themes</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>overarching themes</source>
        <translation>总主题</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>subtheme</source>
        <translation>子主题</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>overarching theme</source>
        <translation>总主题</translation>
    </message>
    <message>
        <source>analytic memo</source>
        <translation>分析备忘录</translation>
    </message>
    <message>
        <source>paradigm</source>
        <translation>编码范式</translation>
    </message>
    <message>
        <source>problem, cause, remedy</source>
        <translation>问题、原因、对策</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>理论饱和度</translation>
    </message>
    <message>
        <source>frequencies</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>frequencies by variable</source>
        <translation>按变量的频数</translation>
    </message>
    <message>
        <source>typology</source>
        <translation>类型矩阵</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>when to use</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>when not to use</source>
        <translation>何时不用</translation>
    </message>
    <message>
        <source>typical example</source>
        <translation>典型例句</translation>
    </message>
    <message>
        <source>boundary example</source>
        <translation>边界例句</translation>
    </message>
    <message>
        <source>There never was such a code.</source>
        <translation>从未有过此编码。</translation>
    </message>
    <message>
        <source>Made as {kind} “{name}”</source>
        <translation>新建为{kind}“{name}”</translation>
    </message>
    <message>
        <source>Made as {kind} “{name}” in “{parent}”</source>
        <translation>在“{parent}”下新建为{kind}“{name}”</translation>
    </message>
    <message>
        <source>Renamed from “{old}” to “{new}”</source>
        <translation>由“{old}”重命名为“{new}”</translation>
    </message>
    <message>
        <source>Raised: {old} to {new}</source>
        <translation>升级：由{old}升为{new}</translation>
    </message>
    <message>
        <source>Lowered: {old} to {new}</source>
        <translation>降级：由{old}降为{new}</translation>
    </message>
    <message>
        <source>Given another colour</source>
        <translation>更改了颜色</translation>
    </message>
    <message>
        <source>Moved out of “{old}” to the top</source>
        <translation>从“{old}”移到顶层</translation>
    </message>
    <message>
        <source>Moved from the top into “{new}”</source>
        <translation>从顶层移到“{new}”之下</translation>
    </message>
    <message>
        <source>Moved from “{old}” to “{new}”</source>
        <translation>从“{old}”移到“{new}”之下</translation>
    </message>
    <message>
        <source>Written: {field}</source>
        <translation>填写：{field}</translation>
    </message>
    <message>
        <source>Emptied: {field}</source>
        <translation>清空：{field}</translation>
    </message>
    <message>
        <source>Amend {code} after a disagreement</source>
        <translation>讨论分歧后修订 {code}</translation>
    </message>
    <message>
        <source>Decide on {code}: {verdict}, and amend when to use</source>
        <translation>裁定“{code}”：{verdict}，并修订何时使用</translation>
    </message>
    <message>
        <source>Reason of a decision on {code}, and amend when to use</source>
        <translation>裁定“{code}”的理由，并修订何时使用</translation>
    </message>
    <message>
        <source>{what}, after a disagreement</source>
        <translation>讨论分歧后：{what}</translation>
    </message>
    <message>
        <source>Rewritten: {field}</source>
        <translation>改写：{field}</translation>
    </message>
    <message>
        <source>Merged into “{code}”</source>
        <translation>并入“{code}”</translation>
    </message>
    <message>
        <source>Merged into “{code}” (passages: {passages})</source>
        <translation>并入“{code}”（原始语句 {passages} 条）</translation>
    </message>
    <message>
        <source>Took in “{code}”</source>
        <translation>“{code}”并入本编码</translation>
    </message>
    <message>
        <source>Took in “{code}” (passages: {passages})</source>
        <translation>“{code}”并入本编码（原始语句 {passages} 条）</translation>
    </message>
    <message>
        <source>Split: passages went to “{code}”</source>
        <translation>拆分：原始语句移至“{code}”</translation>
    </message>
    <message>
        <source>Split: passages went to “{code}” (passages: {passages})</source>
        <translation>拆分：原始语句移至“{code}”（原始语句 {passages} 条）</translation>
    </message>
    <message>
        <source>Took passages over from “{code}”</source>
        <translation>从“{code}”移入原始语句</translation>
    </message>
    <message>
        <source>Took passages over from “{code}” (passages: {passages})</source>
        <translation>从“{code}”移入原始语句（原始语句 {passages} 条）</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Deleted (passages: {passages})</source>
        <translation>已删除（原始语句 {passages} 条）</translation>
    </message>
    <message>
        <source>This entry of the log no longer exists.</source>
        <translation>此条记录已不存在。</translation>
    </message>
    <message>
        <source>Reason for a change of codes</source>
        <translation>编码变更的理由</translation>
    </message>
    <message>
        <source>There is more than one {core}: {codes}.</source>
        <translation>{core}不止一个：{codes}。</translation>
    </message>
    <message>
        <source>Keep the one that organises the rest, and lower the others ({main}).</source>
        <translation>保留统领其余编码的那一个，将其他的降级（{main}）。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) holds codes directly that are on the lowest level ({concept}): {codes}.</source>
        <translation>“{code}”（{kind}）直接包含最低层级（{concept}）的编码：{codes}。</translation>
    </message>
    <message>
        <source>Put a code of the level between ({category}) above them.</source>
        <translation>请在其间加入中间层级（{category}）的编码。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) stands in the model, which is made of higher levels: {places}.</source>
        <translation>“{code}”（{kind}）出现在由更高层级构成的模型中：{places}。</translation>
    </message>
    <message>
        <source>Make it a code of the level above ({category}), or put the one that it belongs to in its place.</source>
        <translation>请将其改为上一层级（{category}）的编码，或换成它所归属的编码。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) is below no {main}.</source>
        <translation>“{code}”（{kind}）未归入任何{main}。</translation>
    </message>
    <message>
        <source>Move it below one, or make it one if it stands by itself.</source>
        <translation>请为其找到归属；如果它自成一类，就将其提升。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) has no {concept} below it.</source>
        <translation>“{code}”（{kind}）之下没有{concept}。</translation>
    </message>
    <message>
        <source>Move codes below it, merge it, or delete it.</source>
        <translation>请将编码移到其下，或将其合并或删除。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) is below no {category}.</source>
        <translation>“{code}”（{kind}）未归入任何{category}。</translation>
    </message>
    <message>
        <source>Move it below one, or merge it with a code that says the same.</source>
        <translation>请为其找到归属，或与含义相同的编码合并。</translation>
    </message>
    <message>
        <source>1 passage is coded with “{code}” ({kind}) and no {concept}.</source>
        <translation>有 1 条原始语句编码为“{code}”（{kind}），但没有{concept}。</translation>
    </message>
    <message>
        <source>{count} passages are coded with “{code}” ({kind}) and no {concept}.</source>
        <translation>有 {count} 条原始语句编码为“{code}”（{kind}），但没有{concept}。</translation>
    </message>
    <message>
        <source>Say on the lowest level ({concept}) what each passage shows.</source>
        <translation>请用最低层级（{concept}）的编码说明每条原始语句的含义。</translation>
    </message>
    <message>
        <source>These names are nearly the same: {codes}.</source>
        <translation>这些名称十分相近：{codes}。</translation>
    </message>
    <message>
        <source>Merge them if they mean the same, else give them names that differ.</source>
        <translation>含义相同就合并，否则请取不同的名称。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) rests on one document: {document}.</source>
        <translation>“{code}”（{kind}）仅依据一篇文档：{document}。</translation>
    </message>
    <message>
        <source>Look for it in other documents, or say why one is enough.</source>
        <translation>请在其他文档中查找，或说明为何一篇已足够。</translation>
    </message>
    <message>
        <source>“{code}” ({kind}) is on no passage.</source>
        <translation>“{code}”（{kind}）没有原始语句。</translation>
    </message>
    <message>
        <source>Code passages with it, or delete it.</source>
        <translation>请用它为原始语句编码，或将其删除。</translation>
    </message>
    <message>
        <source>Move {code} in the diagram</source>
        <translation>在图中移动 {code}</translation>
    </message>
    <message>
        <source>This place is too far outside of the diagram.</source>
        <translation>此位置超出图的范围太远。</translation>
    </message>
    <message>
        <source>Lay out the diagram anew</source>
        <translation>重新布局模型图</translation>
    </message>
    <message>
        <source>This passage no longer exists.</source>
        <translation>此原始语句已不存在。</translation>
    </message>
    <message>
        <source>A paradigm needs a name.</source>
        <translation>编码范式需要有名称。</translation>
    </message>
    <message>
        <source>There is already a paradigm “{name}”.</source>
        <translation>已有编码范式“{name}”。</translation>
    </message>
    <message>
        <source>New paradigm {name}</source>
        <translation>新建编码范式“{name}”</translation>
    </message>
    <message>
        <source>Rename paradigm to {name}</source>
        <translation>将编码范式重命名为“{name}”</translation>
    </message>
    <message>
        <source>Delete paradigm {name}</source>
        <translation>删除编码范式“{name}”</translation>
    </message>
    <message>
        <source>Reorder paradigms</source>
        <translation>调整编码范式的顺序</translation>
    </message>
    <message>
        <source>Put {code} under {role}</source>
        <translation>将 {code} 归入{role}</translation>
    </message>
    <message>
        <source>Take {code} out of {role}</source>
        <translation>将 {code} 从{role}中移出</translation>
    </message>
    <message>
        <source>Move {code} to {role}</source>
        <translation>将 {code} 移到{role}</translation>
    </message>
    <message>
        <source>This property no longer exists.</source>
        <translation>此属性已不存在。</translation>
    </message>
    <message>
        <source>A property needs a name.</source>
        <translation>属性需要有名称。</translation>
    </message>
    <message>
        <source>The code already has a property “{name}”.</source>
        <translation>此编码已有属性“{name}”。</translation>
    </message>
    <message>
        <source>New property {name} of {code}</source>
        <translation>新建 {code} 的属性“{name}”</translation>
    </message>
    <message>
        <source>Change property {name}</source>
        <translation>更改属性“{name}”</translation>
    </message>
    <message>
        <source>Reorder properties</source>
        <translation>调整属性的顺序</translation>
    </message>
    <message>
        <source>Delete property {name}</source>
        <translation>删除属性“{name}”</translation>
    </message>
    <message>
        <source>Place a passage on {name}</source>
        <translation>在属性“{name}”上标定原始语句</translation>
    </message>
    <message>
        <source>A place on a dimension is a number from 0 to 100.</source>
        <translation>维度上的位置须为 0 到 100 之间的数。</translation>
    </message>
    <message>
        <source>This passage does not carry “{code}”; code it before placing it on one of its properties.</source>
        <translation>此原始语句没有编码“{code}”；请先编码，再在其属性上标定。</translation>
    </message>
    <message>
        <source>Take a passage off {name}</source>
        <translation>在属性“{name}”上移除标定</translation>
    </message>
    <message>
        <source>This type of relations no longer exists.</source>
        <translation>此关系类型已不存在。</translation>
    </message>
    <message>
        <source>A type of relations needs a name.</source>
        <translation>关系类型需要有名称。</translation>
    </message>
    <message>
        <source>There is already a type of relations “{name}”.</source>
        <translation>已有关系类型“{name}”。</translation>
    </message>
    <message>
        <source>New type of relations {name}</source>
        <translation>新建关系类型“{name}”</translation>
    </message>
    <message>
        <source>Rename a type of relations to {name}</source>
        <translation>将关系类型重命名为“{name}”</translation>
    </message>
    <message>
        <source>Change the type of relations {name}</source>
        <translation>修改关系类型 {name}</translation>
    </message>
    <message>
        <source>The type “{name}” comes with qcode and keeps its direction.</source>
        <translation>“{name}”是 qcode 自带的类型，其方向不能改变。</translation>
    </message>
    <message>
        <source>“{source}” {type} “{target}” and the other way round: delete one of the two relations before the type goes both ways.</source>
        <translation>“{source}”{type}“{target}”，反过来也有同样的关系：请先删除其中一条，再把该类型改为双向。</translation>
    </message>
    <message>
        <source>Delete a type of relations</source>
        <translation>删除关系类型</translation>
    </message>
    <message>
        <source>The type “{name}” comes with qcode and stays.</source>
        <translation>类型“{name}”为 qcode 自带，不能删除。</translation>
    </message>
    <message>
        <source>The type “{name}” has relations ({count}); give them another type before deleting it.</source>
        <translation>类型“{name}”仍有关系（{count} 个）；请先为这些关系更换类型，再删除它。</translation>
    </message>
    <message>
        <source>Relate {source} to {target}</source>
        <translation>建立关系：{source} → {target}</translation>
    </message>
    <message>
        <source>Change a relation</source>
        <translation>更改关系</translation>
    </message>
    <message>
        <source>Describe a relation</source>
        <translation>编辑关系的内涵</translation>
    </message>
    <message>
        <source>Reverse a relation</source>
        <translation>反转关系</translation>
    </message>
    <message>
        <source>Delete a relation</source>
        <translation>删除关系</translation>
    </message>
    <message>
        <source>Delete {count} relations</source>
        <translation>删除 {count} 个关系</translation>
    </message>
    <message>
        <source>Reorder relations</source>
        <translation>调整关系顺序</translation>
    </message>
    <message>
        <source>Passage for a relation</source>
        <translation>为关系添加原始语句</translation>
    </message>
    <message>
        <source>Take a passage from a relation</source>
        <translation>从关系中移除原始语句</translation>
    </message>
    <message>
        <source>Reorder the passages of a relation</source>
        <translation>调整关系中原始语句的顺序</translation>
    </message>
    <message>
        <source>A relation ties two different categories.</source>
        <translation>关系须连接两个不同的范畴。</translation>
    </message>
    <message>
        <source>There is already a relation “{source}” {type} “{target}”.</source>
        <translation>已有关系“{source}”{type}“{target}”。</translation>
    </message>
    <message>
        <source>Hold out {document}</source>
        <translation>将 {document} 留作检验</translation>
    </message>
    <message>
        <source>No longer hold out {document}</source>
        <translation>不再将 {document} 留作检验</translation>
    </message>
    <message>
        <source>Hold out {count} documents</source>
        <translation>将 {count} 篇文档留作检验</translation>
    </message>
    <message>
        <source>No longer hold out {count} documents</source>
        <translation>不再将 {count} 篇文档留作检验</translation>
    </message>
    <message>
        <source>Saturation in the {order}</source>
        <translation>饱和度改按{order}统计</translation>
    </message>
    <message>
        <source>The base and a run have at least one document, and the threshold is between 0 and 100 per cent.</source>
        <translation>基数和每轮至少须有一篇文档，阈值须在 0% 到 100% 之间。</translation>
    </message>
    <message>
        <source>Saturation cannot be tested: no document is held out.</source>
        <translation>无法检验饱和度：没有留作检验的文档。</translation>
    </message>
    <message>
        <source>Saturation cannot be tested yet: of the documents held out, {coded} of {count} are coded.</source>
        <translation>尚无法检验饱和度：留作检验的 {count} 篇文档中，已编码 {coded} 篇。</translation>
    </message>
    <message>
        <source>The theory is saturated at this point: the documents held out bring no new {concept} and no new {category}.</source>
        <translation>理论在此时达到饱和：留作检验的文档没有带来新的{concept}或新的{category}。</translation>
    </message>
    <message>
        <source>The theory is not saturated: the documents held out bring something new ({concept}: {concepts}; {category}: {categories}; {main_category} or above: {higher}).</source>
        <translation>理论尚未饱和：留作检验的文档带来了新的内容（{concept} {concepts} 个；{category} {categories} 个；{main_category}及以上 {higher} 个）。</translation>
    </message>
    <message>
        <source>The theory is not saturated: the documents held out bring something new ({concept}: {concepts}; {category}: {categories}).</source>
        <translation>理论尚未饱和：留作检验的文档带来了新的内容（{concept} {concepts} 个；{category} {categories} 个）。</translation>
    </message>
    <message>
        <source>This stage no longer exists.</source>
        <translation>此阶段已不存在。</translation>
    </message>
    <message>
        <source>A stage needs a name.</source>
        <translation>阶段需要有名称。</translation>
    </message>
    <message>
        <source>There is already a stage “{name}”.</source>
        <translation>已有阶段“{name}”。</translation>
    </message>
    <message>
        <source>New stage {name}</source>
        <translation>新建阶段“{name}”</translation>
    </message>
    <message>
        <source>Rename stage to {name}</source>
        <translation>将阶段重命名为“{name}”</translation>
    </message>
    <message>
        <source>Describe stage {name}</source>
        <translation>编辑阶段“{name}”的说明</translation>
    </message>
    <message>
        <source>Reorder stages</source>
        <translation>调整阶段的顺序</translation>
    </message>
    <message>
        <source>Delete stage {name}</source>
        <translation>删除阶段“{name}”</translation>
    </message>
    <message>
        <source>Put {code} into stage {name}</source>
        <translation>将 {code} 放入阶段“{name}”</translation>
    </message>
    <message>
        <source>Take {code} out of stage {name}</source>
        <translation>将 {code} 移出阶段“{name}”</translation>
    </message>
    <message>
        <source>Write the storyline</source>
        <translation>撰写故事线</translation>
    </message>
    <message>
        <source>The storyline refers to “{words}”, which was deleted.</source>
        <translation>故事线提及的“{words}”已被删除。</translation>
    </message>
    <message>
        <source>The storyline does not name the {kind} “{code}”.</source>
        <translation>故事线没有提及{kind}“{code}”。</translation>
    </message>
    <message>
        <source>“{code}” rests on no passage.</source>
        <translation>“{code}”没有原始语句作依据。</translation>
    </message>
    <message>
        <source>“{code}” rests on one document alone.</source>
        <translation>“{code}”仅依据一篇文档。</translation>
    </message>
    <message>
        <source>No passage stands for “{source}” {type} “{target}”.</source>
        <translation>没有原始语句支持“{source}”{type}“{target}”。</translation>
    </message>
    <message>
        <source>Use the terms of {school}</source>
        <translation>采用“{school}”的术语</translation>
    </message>
    <message>
        <source>Rename a term to “{name}”</source>
        <translation>将术语重命名为“{name}”</translation>
    </message>
    <message>
        <source>Rename terms</source>
        <translation>重命名术语</translation>
    </message>
    <message>
        <source>Two terms cannot both be called “{name}”.</source>
        <translation>不能有两个术语都叫“{name}”。</translation>
    </message>
    <message>
        <source>“{code}” is a concept, and the model is made of categories; make it a category first, or take the category that it belongs to.</source>
        <translation>“{code}”是概念，而模型由范畴构成；请先将其改为范畴，或选用它所归属的范畴。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>split off</source>
        <translation>拆分出</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>redefined</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>This version of the codebook no longer exists.</source>
        <translation>编码手册的此版本已不存在。</translation>
    </message>
    <message>
        <source>A version of the codebook needs a name.</source>
        <translation>编码手册的版本需要有名称。</translation>
    </message>
    <message>
        <source>There is already a version “{name}” of the codebook.</source>
        <translation>编码手册已有版本“{name}”。</translation>
    </message>
    <message>
        <source>Name version “{name}” of the codebook</source>
        <translation>将编码手册的版本命名为“{name}”</translation>
    </message>
    <message>
        <source>Name and note of version “{name}”</source>
        <translation>版本“{name}”的名称与附注</translation>
    </message>
    <message>
        <source>Delete a version of the codebook</source>
        <translation>删除编码手册的版本</translation>
    </message>
    <message>
        <source>There is no version “{name}” of the codebook in {file}; it has: {versions}.</source>
        <translation>{file} 中没有编码手册的版本“{name}”；现有：{versions}。</translation>
    </message>
    <message>
        <source>The counts of this version tell of work that is hidden from you while you work blind; finish your documents first.</source>
        <translation>此版本的计数会透露盲编期间您看不到的内容；请先完成您的文档。</translation>
    </message>
    <message>
        <source>It is damaged, or no Excel workbook (.xlsx).</source>
        <translation>文件已损坏，或不是 Excel 工作簿 (.xlsx)。</translation>
    </message>
    <message>
        <source>It unpacks to far more than a table should be.</source>
        <translation>解压后的内容远远超出一张表格应有的大小。</translation>
    </message>
    <message>
        <source>A text in line {line} was cut, since no cell of Excel can hold it. Export as CSV and read that.</source>
        <translation>第 {line} 行有一段文本超出 Excel 单元格的容量而被截断。请导出为 CSV 后再读入。</translation>
    </message>
    <message>
        <source>“{axis}” is no axis: use groups, documents, main, categories, variable:NAME, property:NAME or below:CODE.</source>
        <translation>“{axis}”不是可用的轴：请用 groups、documents、main、categories、variable:名称、property:名称 或 below:编码。</translation>
    </message>
    <message>
        <source>“{name}” names no single {kind} in {file}; it has: {known}.</source>
        <translation>在 {file} 中，“{name}”不能唯一确定一个{kind}；现有：{known}。</translation>
    </message>
    <message>
        <source>What an axis of the typology was about no longer exists.</source>
        <translation>类型矩阵某一轴所指的内容已不存在。</translation>
    </message>
    <message>
        <source>This variable no longer exists.</source>
        <translation>该变量已不存在。</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>whole documents</source>
        <translation>整篇文档</translation>
    </message>
    <message>
        <source>coded segments</source>
        <translation>编码片段</translation>
    </message>
    <message>
        <source>Percent agreement</source>
        <translation>百分比一致率</translation>
    </message>
    <message>
        <source>Overlap (Dice)</source>
        <translation>重叠度（Dice）</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Holsti</source>
        <translation>Holsti</translation>
    </message>
    <message>
        <source>Cohen’s κ</source>
        <translation>Cohen κ</translation>
    </message>
    <message>
        <source>Scott’s π</source>
        <translation>Scott π</translation>
    </message>
    <message>
        <source>Fleiss’ κ</source>
        <translation>Fleiss κ</translation>
    </message>
    <message>
        <source>Conger’s κ</source>
        <translation>Conger κ</translation>
    </message>
    <message>
        <source>Brennan–Prediger</source>
        <translation>Brennan–Prediger</translation>
    </message>
    <message>
        <source>Gwet’s AC1</source>
        <translation>Gwet AC1</translation>
    </message>
    <message>
        <source>Krippendorff’s α</source>
        <translation>Krippendorff α</translation>
    </message>
    <message>
        <source>α, sets of codes (MASI)</source>
        <translation>α，编码集合（MASI）</translation>
    </message>
    <message>
        <source>α, sets of codes (Jaccard)</source>
        <translation>α，编码集合（Jaccard）</translation>
    </message>
    <message>
        <source>not defined: no variation</source>
        <translation>无定义：没有变异</translation>
    </message>
    <message>
        <source>not defined: nobody used the code</source>
        <translation>无定义：无人使用该编码</translation>
    </message>
    <message>
        <source>not defined: fewer than two coders</source>
        <translation>无定义：编码者少于两人</translation>
    </message>
    <message>
        <source>not defined: no document that all have finished</source>
        <translation>无定义：没有所有人都已完成的文档</translation>
    </message>
    <message>
        <source>for two coders only</source>
        <translation>仅适用于两位编码者</translation>
    </message>
    <message>
        <source>not defined: segments that nobody coded cannot be counted</source>
        <translation>无定义：无法计数无人编码的片段</translation>
    </message>
    <message>
        <source>not defined: no unit was rated by two coders</source>
        <translation>无定义：没有由两位编码者评定的单位</translation>
    </message>
    <message>
        <source>not defined: it asks for one value against none</source>
        <translation>无定义：它比较的是一个值的有与无</translation>
    </message>
    <message>
        <source>for ratings that are sets of codes</source>
        <translation>适用于编码集合形式的评定</translation>
    </message>
    <message>
        <source>not defined: codes of one coder overlap</source>
        <translation>无定义：同一编码者的编码相互重叠</translation>
    </message>
    <message>
        <source>A coder cannot be compared with themselves: {names}.</source>
        <translation>不能将编码者与其本人比较：{names}。</translation>
    </message>
    <message>
        <source>At most {most} coders can be compared at once.</source>
        <translation>一次最多可比较 {most} 位编码者。</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>There are no ratings in {file}.</source>
        <translation>{file} 中没有评定数据。</translation>
    </message>
    <message>
        <source>{file} has one column only. A table of ratings has one for each coder; tabs, semicolons or commas part them.</source>
        <translation>{file} 只有一列。评定表中每位编码者各占一列，以制表符、分号或逗号分隔。</translation>
    </message>
    <message>
        <source>{file}: the first row does not name every column. Leave out what stands above the names of the coders.</source>
        <translation>{file}：首行没有给出每一列的名称。请去掉编码者姓名上方的内容。</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>second time</source>
        <translation>重编码</translation>
    </message>
    <message>
        <source>missed by {first}</source>
        <translation>{first} 漏编</translation>
    </message>
    <message>
        <source>missed by {second}</source>
        <translation>{second} 漏编</translation>
    </message>
    <message>
        <source>boundary differs</source>
        <translation>边界不同</translation>
    </message>
    <message>
        <source>different code</source>
        <translation>编码不同</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>as {first}</source>
        <translation>取 {first}</translation>
    </message>
    <message>
        <source>as {second}</source>
        <translation>取 {second}</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者并存</translation>
    </message>
    <message>
        <source>union</source>
        <translation>并集</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>交集</translation>
    </message>
    <message>
        <source>other edges</source>
        <translation>改定边界</translation>
    </message>
    <message>
        <source>another code</source>
        <translation>改用其他编码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>均不取</translation>
    </message>
    <message>
        <source>disagreement stands</source>
        <translation>保留分歧</translation>
    </message>
    <message>
        <source>How much of what two coders rated did they rate alike? It does not ask how often they would have agreed by chance.</source>
        <translation>两位编码者都评定过的单位中，有多少评定相同？它不考虑偶然一致的可能。</translation>
    </message>
    <message>
        <source>Of what either coder gave the code, how much did both give it, counted twice? What nobody coded does not count.</source>
        <translation>在两人各自赋予该编码的内容之和中，双方共有的部分（计两次）占多少？无人编码的部分不计。</translation>
    </message>
    <message>
        <source>Of what at least one coder gave the code, how much did both? What nobody coded does not count.</source>
        <translation>在至少一人赋予该编码的内容中，双方都赋予的占多少？无人编码的部分不计。</translation>
    </message>
    <message>
        <source>Twice what two coders rated alike, over all that both have rated. Missing ratings lower it; chance is not taken off.</source>
        <translation>两人评定相同的单位数乘以二，除以两人各自评定的单位数之和。评定缺失会使其降低；不扣除偶然一致。</translation>
    </message>
    <message>
        <source>How far do two coders agree beyond chance? Chance is reckoned from how often each of them gives each value.</source>
        <translation>扣除偶然一致之后，两位编码者有多一致？偶然一致按每人各自给出各取值的频率推算。</translation>
    </message>
    <message>
        <source>How far do two coders agree beyond chance? Chance is reckoned from how often both together give each value, as if either could stand in for the other.</source>
        <translation>扣除偶然一致之后，两位编码者有多一致？偶然一致按两人合计给出各取值的频率推算，视两人可以互换。</translation>
    </message>
    <message>
        <source>Scott’s π for any number of coders: chance is reckoned from how often all together give each value.</source>
        <translation>Scott π 推广到任意多位编码者：偶然一致按所有人合计给出各取值的频率推算。</translation>
    </message>
    <message>
        <source>Cohen’s κ for any number of coders: chance is reckoned pair by pair, from how often each coder gives each value.</source>
        <translation>Cohen κ 推广到任意多位编码者：偶然一致按每人给出各取值的频率逐对推算。</translation>
    </message>
    <message>
        <source>How far do coders agree beyond blind guessing, with every value equally likely? Name all values that were on offer, also those that nobody gave.</source>
        <translation>与盲目猜测（各取值机会均等）相比，编码者有多一致？请列出全部可用取值，包括无人给出的取值。</translation>
    </message>
    <message>
        <source>How far do coders agree beyond chance, if they only guess where a unit is hard to rate? It stays high where one value is by far the most frequent and κ, π and α fall.</source>
        <translation>假定编码者只在难以评定的单位上猜测，扣除偶然一致之后，他们有多一致？当某一取值占绝大多数、κ、π 和 α 随之下降时，它仍保持较高。</translation>
    </message>
    <message>
        <source>How much of the disagreement that chance would bring is avoided? It takes any number of coders and missing ratings. Krippendorff (2019) asks for .800, and for .667 at the least where conclusions are tentative.</source>
        <translation>偶然会造成的分歧，有多少得以避免？适用于任意多位编码者，允许评定缺失。Krippendorff（2019）要求达到 .800，若只作初步结论则至少为 .667。</translation>
    </message>
    <message>
        <source>Krippendorff’s α where a rating is a set of codes. Sets that share codes disagree less, least where one contains the other (Passonneau 2006).</source>
        <translation>以编码集合为评定时的 Krippendorff α。有共同编码的集合分歧较小，一个集合包含另一个时最小（Passonneau 2006）。</translation>
    </message>
    <message>
        <source>Krippendorff’s α where a rating is a set of codes. Two sets disagree by the share of their codes that they do not have in common.</source>
        <translation>以编码集合为评定时的 Krippendorff α。两个集合的分歧等于其全部编码中非共有编码所占的比例。</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>双方均有更改</translation>
    </message>
    <message>
        <source>deleted here, used or changed there</source>
        <translation>此处已删除，对方使用或更改过</translation>
    </message>
    <message>
        <source>deleted there, used or changed here</source>
        <translation>对方已删除，此处使用或更改过</translation>
    </message>
    <message>
        <source>Nothing was merged: both sides changed the same things (conflicts left: {count}). Choose for each whether mine, theirs or both is to hold.</source>
        <translation>尚未合并：双方更改了相同的内容（剩余冲突 {count} 处）。请逐处选择采用我方、对方或两者。</translation>
    </message>
    <message>
        <source>all disagreements</source>
        <translation>全部分歧</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位数</translation>
    </message>
    <message>
        <source>Units rated by two coders or more</source>
        <translation>至少两人评定的单位数</translation>
    </message>
    <message>
        <source>Missing ratings</source>
        <translation>缺失的评定数</translation>
    </message>
    <message>
        <source>Values on offer</source>
        <translation>可用取值</translation>
    </message>
    <message>
        <source>{file}, {coder}, line {line}: this is no rating.</source>
        <translation>{file}，{coder}，第 {line} 行：这不是评定值。</translation>
    </message>
    <message>
        <source>{file}, {coder}, line {line}: “{value}” is not among the values on offer: {values}.</source>
        <translation>{file}，{coder}，第 {line} 行：“{value}”不在可用取值之中：{values}。</translation>
    </message>
    <message>
        <source>Coded segments have no table of units by coders, since what nobody coded is no segment. Choose another unit.</source>
        <translation>以编码片段为单位时，没有“单位 × 编码者”表，因为无人编码的文字不成其为片段。请选择其他单位。</translation>
    </message>
    <message>
        <source>No document was finished by two of the coders: there is nothing to write.</source>
        <translation>没有由两位编码者都完成的文档，没有可导出的内容。</translation>
    </message>
    <message>
        <source>Each coder can be named only once.</source>
        <translation>每位编码者只能出现一次。</translation>
    </message>
    <message>
        <source>Choose coders, and the documents that they are to code.</source>
        <translation>请选择编码者，以及他们要编码的文档。</translation>
    </message>
    <message>
        <source>A document is coded doubly by two coders; choose another.</source>
        <translation>双人编码需要两位编码者；请再选一位。</translation>
    </message>
    <message>
        <source>A share is from {least} to 100 per cent, not {share}.</source>
        <translation>比例须在 {least}% 到 100% 之间，不能是 {share}。</translation>
    </message>
    <message>
        <source>Assign documents to {coders}</source>
        <translation>将文档分配给 {coders}</translation>
    </message>
    <message>
        <source>Take documents from {coder}</source>
        <translation>从 {coder} 收回文档</translation>
    </message>
    <message>
        <source>hidden while you work blind</source>
        <translation>盲编期间不予显示</translation>
    </message>
    <message>
        <source>“{code}” came in without the code above it, which was deleted here.</source>
        <translation>“{code}”已并入，但其上级编码在此处已被删除，因此没有归属。</translation>
    </message>
    <message>
        <source>“{code}” was merged into “{into}” on one side; what the other side did with it since is at “{into}”, too.</source>
        <translation>一方已将“{code}”合并到“{into}”；另一方此后用它所做的内容也归入“{into}”。</translation>
    </message>
    <message>
        <source>Kind and place of “{code}” do not fit those of other codes here; they are not taken over.</source>
        <translation>“{code}”的类型和位置与此处的其他编码不相容，未予采用。</translation>
    </message>
    <message>
        <source>“{code}” was moved below itself by both sides together; it stays where it was here.</source>
        <translation>双方的移动合起来会使“{code}”位于它自己之下；它保留在此处原来的位置。</translation>
    </message>
    <message>
        <source>There are now {count} codes “{code}” in the same place; merge them.</source>
        <translation>同一处现有 {count} 个编码名为“{code}”；请将其合并。</translation>
    </message>
    <message>
        <source>There are now {count} documents “{document}”. A document comes in beside the one that is here where text or origin differ.</source>
        <translation>现在有 {count} 份名为“{document}”的文档。文本或来源不同时，并入的文档与原有文档并存。</translation>
    </message>
    <message>
        <source>“{name}” stays as it was: the name or place they gave it is in use here.</source>
        <translation>“{name}”保持原样：对方改用的名称或位置在此处已被占用。</translation>
    </message>
    <message>
        <source>Merge {names}</source>
        <translation>合并 {names}</translation>
    </message>
    <message>
        <source>{file} was changed since the files were looked over; nothing was merged. Look them over again.</source>
        <translation>检查文件之后，{file} 又有更改；未作合并。请重新检查。</translation>
    </message>
    <message>
        <source>Its history cannot be read.</source>
        <translation>无法读取其历史记录。</translation>
    </message>
    <message>
        <source>{file} is the project that this packet was taken from. Merge the packet into it, and ask for a new packet where you need what is new there.</source>
        <translation>{file} 正是此任务包所出自的项目。请将任务包并入该项目；如需其中的新内容，请索取新的任务包。</translation>
    </message>
    <message>
        <source>{file} belongs to another project; nothing was changed. Projects that began apart can be matched by the names of what is in them: look at the preview first.</source>
        <translation>{file} 属于另一个项目，未作任何更改。各自独立建立的项目可以按其内容的名称匹配：请先查看预览。</translation>
    </message>
    <message>
        <source>{file} was written by a newer qcode (schema {found}; this one knows {known}). Update qcode to merge it.</source>
        <translation>{file} 由更新版本的 qcode 写入（结构版本 {found}，本程序支持 {known}）。请更新 qcode 后再合并。</translation>
    </message>
    <message>
        <source>The table {table} holds what qcode did not write.</source>
        <translation>表 {table} 中有并非 qcode 写入的内容。</translation>
    </message>
    <message>
        <source>{file} cannot be merged: {finding} Nothing was changed; ask for it again.</source>
        <translation>无法合并 {file}：{finding}未作任何更改；请对方重新提供该文件。</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>group of documents</source>
        <translation>文档分组</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>value of a variable</source>
        <translation>变量的值</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>coding</source>
        <translation>原始语句的编码</translation>
    </message>
    <message>
        <source>memo</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>attachment of a memo</source>
        <translation>备忘录的关联</translation>
    </message>
    <message>
        <source>status of a document</source>
        <translation>文档的进度</translation>
    </message>
    <message>
        <source>document held out</source>
        <translation>留作检验的文档</translation>
    </message>
    <message>
        <source>property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>place on a dimension</source>
        <translation>维度上的位置</translation>
    </message>
    <message>
        <source>category in a paradigm</source>
        <translation>编码范式中的范畴</translation>
    </message>
    <message>
        <source>type of relations</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>passage of a relation</source>
        <translation>关系的原始语句</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>category in a stage</source>
        <translation>阶段中的范畴</translation>
    </message>
    <message>
        <source>place in the diagram</source>
        <translation>图中的位置</translation>
    </message>
    <message>
        <source>storyline</source>
        <translation>故事线</translation>
    </message>
    <message>
        <source>entry of the code log</source>
        <translation>编码沿革记录</translation>
    </message>
    <message>
        <source>version of the codebook</source>
        <translation>编码手册的版本</translation>
    </message>
    <message>
        <source>role of a coder</source>
        <translation>编码者的角色</translation>
    </message>
    <message>
        <source>round of comparing</source>
        <translation>比较轮次</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>coding of a decision</source>
        <translation>裁定所得的编码</translation>
    </message>
    <message>
        <source>amendment of the codebook</source>
        <translation>编码手册的修订</translation>
    </message>
    <message>
        <source>merged file</source>
        <translation>已合并的文件</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>label</source>
        <translation>短标签</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>status</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>内涵</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>low pole</source>
        <translation>低端</translation>
    </message>
    <message>
        <source>high pole</source>
        <translation>高端</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>to</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>form</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>typical passage</source>
        <translation>典型语句</translation>
    </message>
    <message>
        <source>“{name}” is not a person who codes for the first time.</source>
        <translation>“{name}”不是首次编码的编码者。</translation>
    </message>
    <message>
        <source>Choose from 0 to {most} days.</source>
        <translation>请选择 0 到 {most} 天。</translation>
    </message>
    <message>
        <source>{coder} has finished none of these documents; only what is finished can be coded again.</source>
        <translation>{coder} 尚未完成其中任何文档；只有已完成的文档才能重编码。</translation>
    </message>
    <message>
        <source>Draw one document that {coder} codes again</source>
        <translation>抽取一份文档由 {coder} 重新编码</translation>
    </message>
    <message>
        <source>Draw {count} documents that {coder} codes again</source>
        <translation>抽取 {count} 篇文档由 {coder} 重编码</translation>
    </message>
    <message>
        <source>Merge {codes} into {code} after a disagreement</source>
        <translation>因一处分歧将 {codes} 合并到 {code}</translation>
    </message>
    <message>
        <source>Split {code} after a disagreement</source>
        <translation>讨论分歧后拆分 {code}</translation>
    </message>
    <message>
        <source>Memo on a disagreement about {code}</source>
        <translation>关于“{code}”一处分歧的备忘录</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>It takes two coders to agree; choose whom to compare.</source>
        <translation>至少需要两位编码者才能比较；请选择编码者。</translation>
    </message>
    <message>
        <source>Take over what all agree on (codings: {count})</source>
        <translation>采纳各方一致的编码（{count} 次）</translation>
    </message>
    <message>
        <source>Decide on {code}: {verdict}</source>
        <translation>裁定 {code}：{verdict}</translation>
    </message>
    <message>
        <source>Open the decision on {code} again</source>
        <translation>撤回对 {code} 的裁定</translation>
    </message>
    <message>
        <source>Note on a disagreement about {code}</source>
        <translation>为关于 {code} 的分歧添加说明</translation>
    </message>
    <message>
        <source>What others coded in this document is hidden from you while you work blind; finish it first.</source>
        <translation>盲编期间，您看不到他人在此文档中的编码；请先完成此文档。</translation>
    </message>
    <message>
        <source>from here on data are relied on</source>
        <translation>达到此值，数据可靠</translation>
    </message>
    <message>
        <source>from here on only tentative conclusions are drawn</source>
        <translation>达到此值，可作初步结论</translation>
    </message>
    <message>
        <source>called almost perfect</source>
        <translation>称为“几乎完全一致”</translation>
    </message>
    <message>
        <source>called substantial</source>
        <translation>称为“高度一致”</translation>
    </message>
    <message>
        <source>called moderate</source>
        <translation>称为“中等一致”</translation>
    </message>
    <message>
        <source>called fair</source>
        <translation>称为“尚可”</translation>
    </message>
    <message>
        <source>called slight</source>
        <translation>称为“轻微”</translation>
    </message>
    <message>
        <source>Nobody gave this code in the documents that are compared.</source>
        <translation>在参与比较的文档中，无人使用此编码。</translation>
    </message>
    <message>
        <source>Ask whether the code is needed, and say in a report that it was not used.</source>
        <translation>请考虑是否需要此编码，并在报告中说明它未被使用。</translation>
    </message>
    <message>
        <source>Nobody gave this code itself in the documents that are compared: its values are those of the codes below it.</source>
        <translation>在所比较的文档中，没有人直接使用此编码：其数值来自它的下级编码。</translation>
    </message>
    <message>
        <source>Look at the codes below it one by one.</source>
        <translation>请逐一查看它的下级编码。</translation>
    </message>
    <message>
        <source>The values count the codes below it as well; what follows is about this code alone.</source>
        <translation>数值也计入了它的下级编码；以下所述只针对此编码本身。</translation>
    </message>
    <message>
        <source>{coder} never gave this code; another coder did (passages: {count}).</source>
        <translation>{coder} 从未使用此编码，而另一位编码者用过（原始语句 {count} 条）。</translation>
    </message>
    <message>
        <source>Ask {coder} first what they take the code to mean, or whether they overlooked it.</source>
        <translation>请先询问 {coder} 如何理解此编码，或者是否忽略了它。</translation>
    </message>
    <message>
        <source>The code was given to few passages ({count} by the coder who used it most): one more or one less changes the values much.</source>
        <translation>此编码的原始语句很少（使用最多的编码者有 {count} 条）：多一条或少一条都会使数值大幅变化。</translation>
    </message>
    <message>
        <source>Read the passages one by one; here they say more than a coefficient.</source>
        <translation>请逐条阅读原始语句；此时它们比系数更能说明问题。</translation>
    </message>
    <message>
        <source>Only {share} % of the text carries the code at all. That all left out the other {rest} % counts as agreement in percent agreement and AC1; κ, π and α set it against chance.</source>
        <translation>仅有 {share}% 的文字由任一编码者赋予此编码。其余 {rest}% 无人编码，这在百分比一致率和 AC1 中计为一致；κ、π 和 α 则会扣除其中的偶然成分。</translation>
    </message>
    <message>
        <source>Only {share} % of the text carries the code at all. That all left out the other {rest} % counts as agreement in percent agreement ({percent} %) and AC1; κ, π and α set it against chance (α {alpha}).</source>
        <translation>仅有 {share}% 的文字由任一编码者赋予此编码。其余 {rest}% 无人编码，这在百分比一致率（{percent}%）和 AC1 中计为一致；κ、π 和 α 则会扣除其中的偶然成分（α 为 {alpha}）。</translation>
    </message>
    <message>
        <source>Report the overlap (Dice) and the number of passages beside α: they leave out what nobody coded.</source>
        <translation>除 α 之外，请一并报告重叠度（Dice）和原始语句的数量：它们不计无人编码的部分。</translation>
    </message>
    <message>
        <source>{share} % of the text carries the code. That all gave it to nearly everything counts as agreement in percent agreement, AC1 and the overlap (Dice); κ, π and α set it against chance.</source>
        <translation>{share}% 的文字带有此编码。各人几乎处处都用它，这在百分比一致率、AC1 和重叠度（Dice）中计为一致；κ、π 和 α 则会扣除其中的偶然成分。</translation>
    </message>
    <message>
        <source>Ask whether the code can be narrower: what is true of nearly all text tells little apart.</source>
        <translation>想一想此编码能否收窄：几乎适用于全部文本的编码区分不出什么。</translation>
    </message>
    <message>
        <source>The documents that are compared are few ({count}): the values may be chance, and no interval can be given.</source>
        <translation>参与比较的文档很少（{count} 篇）：数值可能出于偶然，也无法给出置信区间。</translation>
    </message>
    <message>
        <source>Let more documents be coded by more than one.</source>
        <translation>请让更多文档由两人以上编码。</translation>
    </message>
    <message>
        <source>The code occurs in {used} of {count} documents only.</source>
        <translation>此编码只出现在 {count} 篇文档中的 {used} 篇。</translation>
    </message>
    <message>
        <source>Look at these documents first: the values of the code are made there.</source>
        <translation>请先查看这些文档：此编码的数值取决于它们。</translation>
    </message>
    <message>
        <source>{share} % of what differs is in the edges: both gave the code, to more or fewer words.</source>
        <translation>差异中有 {share}% 在于边界：双方都使用了此编码，只是所取的文字有多有少。</translation>
    </message>
    <message>
        <source>{share} % of what differs is in the edges: both gave the code, to more or fewer words. In {same} of {places} such places they marked the same sentences. Compared by sentences, the overlap (Dice) is {sentences} instead of {characters}.</source>
        <translation>差异中有 {share}% 在于边界：双方都使用了此编码，只是所取的文字有多有少。这样的 {places} 处之中，有 {same} 处双方标记的是相同的句子。按句子比较，重叠度（Dice）为 {sentences}，而非 {characters}。</translation>
    </message>
    <message>
        <source>Agree on where a passage begins and ends, and write it into the definition.</source>
        <translation>请商定原始语句从何处起、到何处止，并写入定义。</translation>
    </message>
    <message>
        <source>Agree on where a passage begins and ends, on whole sentences for instance; or compare by sentences if edges do not matter to the question.</source>
        <translation>请商定原始语句从何处起、到何处止，例如以整句为准；如果边界对研究问题并不重要，也可改为按句子比较。</translation>
    </message>
    <message>
        <source>{share} % of what differs carries another code on the same words (passages: {count}), most often “{code}” ({times}).</source>
        <translation>差异中有 {share}% 是在相同的文字上用了其他编码（原始语句 {count} 条），最常见的是“{code}”（{times} 次）。</translation>
    </message>
    <message>
        <source>Read its definition beside that of “{code}”, and say in both when the other one is meant; merge them if nobody can tell them apart.</source>
        <translation>请将其定义与“{code}”的定义对照阅读，并在两者中分别写明何时应使用另一个；如果无法区分，就将二者合并。</translation>
    </message>
    <message>
        <source>{coder} passed over what another coder gave the code (passages: {count}).</source>
        <translation>{coder} 漏编了另一位编码者使用此编码之处（原始语句 {count} 条）。</translation>
    </message>
    <message>
        <source>Read what was passed over: if it belongs to the code, say so in its definition, with an example; if not, write down when the code is not used.</source>
        <translation>请阅读漏编之处：如果应属于此编码，请在定义中写明并举例；如果不属于，请写明何时不用此编码。</translation>
    </message>
    <message>
        <source>All gave the code to exactly the same words.</source>
        <translation>所有编码者赋予此编码的文字完全相同。</translation>
    </message>
    <message>
        <source>The two coders have no words in common here; decide in another way.</source>
        <translation>两位编码者在此没有共同的文字；请以其他方式裁定。</translation>
    </message>
    <message>
        <source>This round of comparing no longer exists.</source>
        <translation>此比较轮次已不存在。</translation>
    </message>
    <message>
        <source>A round of comparing needs a name.</source>
        <translation>比较轮次需要有名称。</translation>
    </message>
    <message>
        <source>There is already a round “{name}”.</source>
        <translation>已有轮次“{name}”。</translation>
    </message>
    <message>
        <source>Keep round “{name}”</source>
        <translation>保存轮次“{name}”</translation>
    </message>
    <message>
        <source>Name and note of round “{name}”</source>
        <translation>轮次“{name}”的名称与附注</translation>
    </message>
    <message>
        <source>Delete a round of comparing</source>
        <translation>删除比较轮次</translation>
    </message>
    <message>
        <source>Both ends of a relation are “{code}” now; what it meant is a memo on it.</source>
        <translation>一条关系的两端现在都是“{code}”；该关系的含义已写成它的备忘录。</translation>
    </message>
</context>
<context>
    <name>core_line</name>
    <message>
        <source>Make it the {kind}</source>
        <translation>设为{kind}</translation>
    </message>
    <message>
        <source>Make it a {kind}</source>
        <translation>设为{kind}</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>passages: {count}</source>
        <translation>原始语句：{count}</translation>
    </message>
    <message>
        <source>passages: {then} → {now}</source>
        <translation>原始语句：{then} → {now}</translation>
    </message>
    <message>
        <source>the top level</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>{kind}, now in {code}</source>
        <translation>{kind}，现位于{code}</translation>
    </message>
    <message>
        <source>{kind}, was in {code}</source>
        <translation>{kind}，原位于{code}</translation>
    </message>
    <message>
        <source>took passages over from {code}</source>
        <translation>从{code}移入原始语句</translation>
    </message>
    <message>
        <source>went into {code}</source>
        <translation>并入{code}</translation>
    </message>
    <message>
        <source>because: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>when to use</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>when not to use</source>
        <translation>何时不用</translation>
    </message>
    <message>
        <source>typical example</source>
        <translation>典型例句</translation>
    </message>
    <message>
        <source>boundary example</source>
        <translation>边界例句</translation>
    </message>
</context>
<context>
    <name>dimension</name>
    <message>
        <source>Change the property</source>
        <translation>更改属性</translation>
    </message>
    <message>
        <source>New property</source>
        <translation>新建属性</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>What varies in this category, and between which poles? Each passage can then be put where it lies.</source>
        <translation>此范畴中什么在变化，在哪两极之间？之后可以为每条原始语句标定位置。</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>到场方式</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话联系</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>亲自到场</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>disagreements</name>
    <message>
        <source>Differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>裁定</translation>
    </message>
</context>
<context>
    <name>document_properties</name>
    <message>
        <source>Document properties</source>
        <translation>文档属性</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>such as 03; passages are labelled 03-12</source>
        <translation>例如 03；其原始语句编号为 03-12</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short label</source>
        <translation>短标签</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>A document needs a name.</source>
        <translation>文档需要有名称。</translation>
    </message>
    <message>
        <source>The value “{value}” belongs to no variable: name it.</source>
        <translation>值“{value}”没有对应的变量：请填写变量名。</translation>
    </message>
    <message>
        <source>The variable “{name}” is there twice.</source>
        <translation>变量“{name}”重复出现。</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{count} coded passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This did not work</source>
        <translation>操作未能完成</translation>
    </message>
</context>
<context>
    <name>export_codebook</name>
    <message>
        <source>The codebook is written</source>
        <translation>编码手册已导出</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>导出编码手册</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>编码手册</translation>
    </message>
    <message>
        <source>all codes</source>
        <translation>全部编码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Passages per code</source>
        <translation>每个编码的语句数</translation>
    </message>
</context>
<context>
    <name>export_diagram</name>
    <message>
        <source>The diagram is written</source>
        <translation>模型图已导出</translation>
    </message>
    <message>
        <source>Export the diagram</source>
        <translation>导出模型图</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>SVG (can be edited)</source>
        <translation>SVG（可编辑）</translation>
    </message>
    <message>
        <source>PNG (300 dots an inch)</source>
        <translation>PNG（300 dpi）</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>模型图</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>此文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Tint boxes by their passages</source>
        <translation>按原始语句数为方框着色</translation>
    </message>
    <message>
        <source>Size boxes by their passages</source>
        <translation>按原始语句数调整方框大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>图中文字</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
</context>
<context>
    <name>export_log</name>
    <message>
        <source>Export the comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>codebook compared</source>
        <translation>编码手册比较</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Export the version {name}</source>
        <translation>导出版本“{name}”</translation>
    </message>
    <message>
        <source>codebook {version}</source>
        <translation>编码手册 {version}</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>CSV (a plain table)</source>
        <translation>CSV（纯文本表格）</translation>
    </message>
    <message>
        <source>Methods appendix</source>
        <translation>研究方法附录</translation>
    </message>
    <message>
        <source>methods</source>
        <translation>研究方法</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>已导出</translation>
    </message>
</context>
<context>
    <name>export_memos</name>
    <message>
        <source>The memos are written</source>
        <translation>备忘录已导出</translation>
    </message>
    <message>
        <source>Export memos</source>
        <translation>导出备忘录</translation>
    </message>
    <message>
        <source>memos</source>
        <translation>备忘录</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>as they were written</source>
        <translation>按撰写顺序</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按编码</translation>
    </message>
    <message>
        <source>last changed first</source>
        <translation>最近修改在前</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
</context>
<context>
    <name>export_passages</name>
    <message>
        <source>The passages are written</source>
        <translation>原始语句已导出</translation>
    </message>
    <message>
        <source>Export passages</source>
        <translation>导出原始语句</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>原始语句</translation>
    </message>
    <message>
        <source>the {count} chosen codes</source>
        <translation>选中的 {count} 个编码</translation>
    </message>
    <message>
        <source>{codes}, and all below</source>
        <translation>{codes}，含所有下级编码</translation>
    </message>
    <message>
        <source>{codes} alone</source>
        <translation>仅 {codes}</translation>
    </message>
    <message>
        <source>all codes</source>
        <translation>全部编码</translation>
    </message>
</context>
<context>
    <name>export_saturation</name>
    <message>
        <source>Saturation is written</source>
        <translation>饱和度已导出</translation>
    </message>
    <message>
        <source>Export saturation</source>
        <translation>导出饱和度</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>理论饱和度</translation>
    </message>
    <message>
        <source>Word (the table)</source>
        <translation>Word 文档（表格）</translation>
    </message>
    <message>
        <source>SVG (the curve)</source>
        <translation>SVG（曲线）</translation>
    </message>
    <message>
        <source>PNG (the curve)</source>
        <translation>PNG（曲线）</translation>
    </message>
</context>
<context>
    <name>export_tables</name>
    <message>
        <source>The tables are written</source>
        <translation>表格已导出</translation>
    </message>
    <message>
        <source>Export tables for the thesis</source>
        <translation>导出学位论文表格</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>编码表</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Short: some passages of each category</source>
        <translation>简表：每个范畴节选若干语句</translation>
    </message>
    <message>
        <source>Long: everything, for the appendix</source>
        <translation>详表：全部内容，用于附录</translation>
    </message>
    <message>
        <source>Three-line table</source>
        <translation>三线表</translation>
    </message>
    <message>
        <source>Full grid</source>
        <translation>全框线表</translation>
    </message>
    <message>
        <source>Passage first</source>
        <translation>语句在前</translation>
    </message>
    <message>
        <source>Category first</source>
        <translation>范畴在前</translation>
    </message>
    <message>
        <source>By groups of documents</source>
        <translation>按文档分组</translation>
    </message>
    <message>
        <source>By documents</source>
        <translation>按文档</translation>
    </message>
    <message>
        <source>Only altogether</source>
        <translation>仅合计</translation>
    </message>
    <message>
        <source>Own words…</source>
        <translation>自定义用语…</translation>
    </message>
    <message>
        <source>Captions and heads</source>
        <translation>表题与表头</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>none; 3 gives Table 3-1</source>
        <translation>无；填 3 则为“表 3-1”</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Passages per category</source>
        <translation>每个范畴的语句数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>表线</translation>
    </message>
    <message>
        <source>Open coding</source>
        <translation>开放式编码</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Frequencies by variable</source>
        <translation>按变量的频数</translation>
    </message>
    <message>
        <source>Typology: rows</source>
        <translation>类型矩阵：行</translation>
    </message>
    <message>
        <source>Typology: columns</source>
        <translation>类型矩阵：列</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章号</translation>
    </message>
    <message>
        <source>Choose at least one table.</source>
        <translation>请至少选择一个表。</translation>
    </message>
</context>
<context>
    <name>exported</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>Select words with the mouse, or with Shift and the arrow keys, and press {enter}: name what they say.</source>
        <translation>用鼠标或 Shift+方向键选中文字，按{enter}键，为其含义命名。</translation>
    </message>
    <message>
        <source>{commands} finds everything by name, {keys} shows all keys.</source>
        <translation>按 {commands} 可按名称查找所有命令，按 {keys} 查看全部快捷键。</translation>
    </message>
    <message>
        <source>The keys 1 to 9 apply the codes used last to the selected words.</source>
        <translation>按数字键 1–9，将最近使用的编码应用到选中的文字。</translation>
    </message>
    <message>
        <source>{undo} takes any step back, as far as you like; nothing has to be saved.</source>
        <translation>按 {undo} 可撤销任何一步，次数不限；无需保存。</translation>
    </message>
    <message>
        <source>Drag a code onto a category, or press {move}, to put it below that.</source>
        <translation>将编码拖到范畴上，或按 {move}，归入其下。</translation>
    </message>
    <message>
        <source>Drag a code onto one of a higher kind ({category}), or press {move}, to put it below that.</source>
        <translation>将编码拖到更高层级的编码（{category}）上，或按 {move}，归入其下。</translation>
    </message>
</context>
<context>
    <name>history_page</name>
    <message>
        <source>Why was {code} merged?</source>
        <translation>为何合并 {code}？</translation>
    </message>
    <message>
        <source>Why was {code} split?</source>
        <translation>为何拆分 {code}？</translation>
    </message>
    <message>
        <source>Why was {code} deleted?</source>
        <translation>为何删除 {code}？</translation>
    </message>
</context>
<context>
    <name>i18n</name>
    <message>
        <source>, </source>
        <comment>between facts about one thing</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a row</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>import_texts</name>
    <message>
        <source>Reading texts</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <source>Import texts</source>
        <translation>导入文本</translation>
    </message>
    <message>
        <source>There are no files in this folder.</source>
        <translation>此文件夹中没有文件。</translation>
    </message>
    <message>
        <source>Texts and records ({patterns});;All files (*)</source>
        <translation>文本和题录 ({patterns});;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>memo</name>
    <message>
        <source>Keep the memo</source>
        <translation>保存备忘录</translation>
    </message>
    <message>
        <source>What strikes you here? What does it remind you of?</source>
        <translation>这里有什么值得注意？让您联想到什么？</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>备忘录</translation>
    </message>
</context>
<context>
    <name>memos</name>
    <message>
        <source>What this leads to was deleted.</source>
        <translation>此链接所指的内容已被删除。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另外 {count} 项</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>Merge files</source>
        <translation>合并文件</translation>
    </message>
    <message>
        <source>qcode projects (*.qcode);;All files (*)</source>
        <translation>qcode 项目 (*.qcode);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Match by name and look</source>
        <translation>按名称匹配并预览</translation>
    </message>
    <message>
        <source>Everything in these files is here already. Nothing was changed.</source>
        <translation>这些文件中的内容此处均已有，未作任何更改。</translation>
    </message>
    <message>
        <source>Looking the files over</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>its text differs from the one here</source>
        <translation>其文本与此处的不同</translation>
    </message>
    <message>
        <source>Documents that stay out</source>
        <translation>不并入的文档</translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>新增的文档</translation>
    </message>
    <message>
        <source>New codes</source>
        <translation>新增的编码</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除的内容</translation>
    </message>
    <message>
        <source>Taken to be the same</source>
        <translation>视为同一项</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{names}: merged</source>
        <translation>已合并：{names}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is one step: Ctrl+Z takes it back as a whole.</source>
        <translation>合并是一步操作：按 Ctrl+Z 可整体撤销。</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>并入的内容</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>merge_near</name>
    <message>
        <source>Merge codes</source>
        <translation>合并编码</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>The others go into the code that stays, with passages, memos and codes below. Undo brings all of it back.</source>
        <translation>其他编码连同其原始语句、备忘录和下级编码都将转入保留的编码。撤销即可全部恢复。</translation>
    </message>
    <message>
        <source>{code} — passages: {count}</source>
        <translation>{code}：{count} 条原始语句</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>new_code</name>
    <message>
        <source>New {kind}</source>
        <translation>新建{kind}</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>none (top level)</source>
        <translation>无（顶层）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
</context>
<context>
    <name>new_project</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>A project is one file on this computer. Texts are copied into it; every step is saved at once.</source>
        <translation>项目是这台电脑上的一个文件。文本会复制到其中，每一步都即时保存。</translation>
    </message>
    <message>
        <source>My thesis</source>
        <translation>我的学位论文</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>qcode projects (*.qcode)</source>
        <translation>qcode 项目 (*.qcode)</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>This file exists already; choose another name.</source>
        <translation>此文件已存在；请换一个名称。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>Say who codes.</source>
        <translation>请填写由谁编码。</translation>
    </message>
</context>
<context>
    <name>others</name>
    <message>
        <source>One of these codings is {coder}’s and was left as it is; work as {coder} to change it.</source>
        <translation>其中有 1 次编码是 {coder} 所作，保持未变；如需更改，请以 {coder} 的身份编码。</translation>
    </message>
    <message>
        <source>{count} of these codings were left as they are: {coder} made them. Work as who made a coding to change it.</source>
        <translation>其中有 {count} 次编码是 {coder} 所作，保持未变；如需更改，请以原编码者的身份编码。</translation>
    </message>
    <message>
        <source>This coding is {coder}’s; work as {coder} to change it.</source>
        <translation>此处编码是 {coder} 所作；如需更改，请以 {coder} 的身份编码。</translation>
    </message>
    <message>
        <source>None of these codings is yours: {coder} made them. Work as who made a coding to change it.</source>
        <translation>这些编码都不是您所作，而是 {coder} 所作；如需更改，请以原编码者的身份编码。</translation>
    </message>
</context>
<context>
    <name>own_words</name>
    <message>
        <source>Own words for the tables</source>
        <translation>表格的自定义用语</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>What you leave empty is printed as shown in grey. {name} stands for the name of a paradigm or variable, {down} and {across} for those of the axes of a typology.</source>
        <translation>留空的项目按灰色所示打印。{name} 代表范式或变量的名称，{down} 和 {across} 代表类型矩阵两轴的名称。</translation>
    </message>
    <message>
        <source>Empty all</source>
        <translation>全部清空</translation>
    </message>
    <message>
        <source>Open coding</source>
        <translation>开放式编码</translation>
    </message>
    <message>
        <source>Axial coding</source>
        <translation>主轴编码</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Paradigm</source>
        <translation>编码范式</translation>
    </message>
    <message>
        <source>Selective coding</source>
        <translation>选择性编码</translation>
    </message>
    <message>
        <source>Stages and diagram</source>
        <translation>阶段与模型图</translation>
    </message>
    <message>
        <source>Problem, cause and remedy</source>
        <translation>问题、原因与对策</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>理论饱和度</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>频次</translation>
    </message>
    <message>
        <source>Frequencies by variable</source>
        <translation>按变量的频数</translation>
    </message>
    <message>
        <source>Typology</source>
        <translation>类型矩阵</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>表题</translation>
    </message>
    <message>
        <source>Caption of the diagram</source>
        <translation>图题</translation>
    </message>
</context>
<context>
    <name>packet</name>
    <message>
        <source>The packet for {coder} is written</source>
        <translation>{coder} 的任务包已生成</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Give it to {coder}. When it comes back, merge it here: menu Coder, Merge files.</source>
        <translation>请将它交给 {coder}。交回后，在此合并：菜单“编码者”中的“合并文件”。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>内含</translation>
    </message>
    <message>
        <source>Nothing in it tells of the work of others.</source>
        <translation>其中不含任何他人工作的痕迹。</translation>
    </message>
    <message>
        <source>What is hidden from you while you work blind is not in it.</source>
        <translation>您盲编时看不到的内容不在其中。</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>{source} {type} {target}</source>
        <translation>{source} {type} {target}</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 条原始语句</translation>
    </message>
    <message>
        <source>{count} passages</source>
        <translation>{count} 条原始语句</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 篇文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>{passages}, {documents}</source>
        <translation>{documents}，{passages}</translation>
    </message>
</context>
<context>
    <name>reason</name>
    <message>
        <source>Keep the reason</source>
        <translation>保存理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>optional; kept in the history of the codes</source>
        <translation>选填；保存在编码的历史记录中</translation>
    </message>
</context>
<context>
    <name>relation</name>
    <message>
        <source>Relate two categories</source>
        <translation>建立范畴关系</translation>
    </message>
    <message>
        <source>Relate</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>How does the one bring about or change the other?</source>
        <translation>一个范畴如何引起或改变另一个范畴？</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>内涵</translation>
    </message>
    <message>
        <source>A relation ties two different categories.</source>
        <translation>关系须连接两个不同的范畴。</translation>
    </message>
</context>
<context>
    <name>relation_type</name>
    <message>
        <source>Change the type of relations</source>
        <translation>修改关系类型</translation>
    </message>
    <message>
        <source>New type of relations</source>
        <translation>新建关系类型</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Its name stands between two categories, as in “A legitimises B”.</source>
        <translation>其名称写在两个范畴之间，例如“A 支持 B”。</translation>
    </message>
    <message>
        <source>legitimises</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>one way</source>
        <translation>单向</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>back (feedback)</source>
        <translation>返回（反馈）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>新建类型…</translation>
    </message>
    <message>
        <source>Types of relations…</source>
        <translation>关系类型…</translation>
    </message>
</context>
<context>
    <name>relation_types</name>
    <message>
        <source>Types of relations</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Types that come with qcode can be called otherwise; the project’s own can also go another way, and be deleted while no relation has them.</source>
        <translation>qcode 自带的类型可以改名；项目自建的类型还可以改变方向，没有关系使用时可以删除。</translation>
    </message>
    <message>
        <source>New type…</source>
        <translation>新建类型…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Change the type of relations</source>
        <translation>修改关系类型</translation>
    </message>
    <message>
        <source>Delete the type of relations</source>
        <translation>删除关系类型</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 条关系</translation>
    </message>
    <message>
        <source>{count} relations</source>
        <translation>{count} 条关系</translation>
    </message>
</context>
<context>
    <name>restore</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No backups are kept here yet. Choose a file of your own.</source>
        <translation>这里还没有备份。请自行选择文件。</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>In the place of</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>State of</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Why it was kept</source>
        <translation>备份原因</translation>
    </message>
    <message>
        <source>Steps since then</source>
        <translation>此后的步骤数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>qcode projects (*.qcode);;All files (*)</source>
        <translation>qcode 项目 (*.qcode);;所有文件 (*)</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>您选择的文件</translation>
    </message>
    <message>
        <source>Where the project is to be</source>
        <translation>项目的保存位置</translation>
    </message>
    <message>
        <source>qcode projects (*.qcode)</source>
        <translation>qcode 项目 (*.qcode)</translation>
    </message>
    <message>
        <source>Choose a backup.</source>
        <translation>请选择备份。</translation>
    </message>
    <message>
        <source>Say where the project is to be.</source>
        <translation>请指定项目的保存位置。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>A backup cannot be put in its own place.</source>
        <translation>备份不能恢复到它自身的位置。</translation>
    </message>
    <message>
        <source>The state “{state}” is written to {file}. Nothing is replaced.</source>
        <translation>“{state}”的状态将写入 {file}，不会替换任何文件。</translation>
    </message>
    <message>
        <source>The present state of {file} is backed up first. Then the state “{state}” takes its place. If you change your mind, restore that backup in the same way.</source>
        <translation>先备份 {file} 的当前状态，再用“{state}”的状态替换它。如果改变主意，可以用同样的方法恢复那份备份。</translation>
    </message>
    <message>
        <source>when the project was opened</source>
        <translation>打开项目时</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>before another backup was restored</source>
        <translation>恢复其他备份之前</translation>
    </message>
    <message>
        <source>before an update of the file format</source>
        <translation>更新文件格式之前</translation>
    </message>
    <message>
        <source>after its file had been deleted</source>
        <translation>项目文件被删除之后</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>与当前相同</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>only {name}</source>
        <translation>仅 {name}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>both</source>
        <translation>均编</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>均未编</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>0 – 1</source>
        <translation>0 – 1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>α between 0 and 1, with its 95 % interval where one is given. The upright lines are those of the literature; they are no verdicts.</source>
        <translation>α 在 0 到 1 之间的位置；给出置信区间时，一并标出其 95% 区间。竖线为文献中的参考线，并非评判。</translation>
    </message>
    <message>
        <source>95 % interval of α. Documents are drawn again, never characters; with fewer than ten documents none is given.</source>
        <translation>α 的 95% 置信区间。重抽样以文档而非字符为单位；文档少于十篇时不给出。</translation>
    </message>
    <message>
        <source>A click sorts by the order of the codebook.</source>
        <translation>单击可按编码手册的顺序排列。</translation>
    </message>
    <message>
        <source>Coded by both, counted in {unit} (n11)</source>
        <translation>双方均编，以{unit}计（n11）</translation>
    </message>
    <message>
        <source>Coded by {name} alone, counted in {unit} (n10)</source>
        <translation>仅 {name} 编码，以{unit}计（n10）</translation>
    </message>
    <message>
        <source>Coded by {name} alone, counted in {unit} (n01)</source>
        <translation>仅 {name} 编码，以{unit}计（n01）</translation>
    </message>
    <message>
        <source>Coded by neither, counted in {unit} (n00)</source>
        <translation>双方均未编，以{unit}计（n00）</translation>
    </message>
    <message>
        <source>Disagreements that are not decided yet</source>
        <translation>尚未裁定的分歧</translation>
    </message>
    <message>
        <source>{value} {meaning} ({source})</source>
        <translation>{value}：{meaning}（{source}）</translation>
    </message>
    <message>
        <source>All codes, pooled</source>
        <translation>全部编码（合并）</translation>
    </message>
    <message>
        <source>the same coder</source>
        <translation>同一编码者</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 篇文档</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>未编码</translation>
    </message>
    <message>
        <source>what neither coded is not counted here</source>
        <translation>双方均未编的部分在此不计</translation>
    </message>
    <message>
        <source>coded alike by both: {count} characters</source>
        <translation>双方编码相同：{count} 个字符</translation>
    </message>
    <message>
        <source>{first} gave the first, {second} the second: {count} characters</source>
        <translation>{first} 用前者，{second} 用后者：{count} 个字符</translation>
    </message>
    <message>
        <source>No interval is given: too few documents.</source>
        <translation>未给出置信区间：文档太少。</translation>
    </message>
    <message>
        <source>95 % interval from {low} to {high}</source>
        <translation>95% 置信区间为 {low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>rounds</name>
    <message>
        <source>Keep this round</source>
        <translation>保存本轮</translation>
    </message>
    <message>
        <source>Keep the round</source>
        <translation>保存本轮</translation>
    </message>
    <message>
        <source>Coders, documents, codebook and figures are kept as they are now. What you agree on afterwards is reported apart from what was reached alone.</source>
        <translation>保存当前的编码者、文档、编码手册和各项数值。此后协商达成的一致，会与各自独立达到的一致分开报告。</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find by words or keys</source>
        <translation>按文字或按键查找</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有匹配的快捷键。</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>文本中</translation>
    </message>
    <message>
        <source>While choosing a code for a passage</source>
        <translation>为原始语句选择编码时</translation>
    </message>
    <message>
        <source>In the codes</source>
        <translation>编码列表中</translation>
    </message>
    <message>
        <source>In the documents</source>
        <translation>文档列表中</translation>
    </message>
    <message>
        <source>While finding words</source>
        <translation>查找文字时</translation>
    </message>
    <message>
        <source>In codes and documents</source>
        <translation>编码和文档列表中</translation>
    </message>
    <message>
        <source>Everywhere: {menu}</source>
        <translation>全局：{menu}</translation>
    </message>
    <message>
        <source>Select letters</source>
        <translation>逐字选择</translation>
    </message>
    <message>
        <source>Select words</source>
        <translation>逐词选择</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>选到行尾</translation>
    </message>
    <message>
        <source>Select lines</source>
        <translation>逐行选择</translation>
    </message>
    <message>
        <source>Apply the code</source>
        <translation>应用所选编码</translation>
    </message>
    <message>
        <source>Apply it and choose another</source>
        <translation>应用后继续选择</translation>
    </message>
    <message>
        <source>Leave without a code</source>
        <translation>不编码，直接离开</translation>
    </message>
    <message>
        <source>Open or close a branch</source>
        <translation>展开或折叠分支</translation>
    </message>
    <message>
        <source>Use the chosen one</source>
        <translation>使用所选项</translation>
    </message>
    <message>
        <source>Menu of the chosen one</source>
        <translation>所选项的菜单</translation>
    </message>
    <message>
        <source>In the list of passages</source>
        <translation>原始语句列表中</translation>
    </message>
    <message>
        <source>While ticking what passages to show</source>
        <translation>勾选要显示的原始语句时</translation>
    </message>
    <message>
        <source>In the inspector</source>
        <translation>详情面板中</translation>
    </message>
    <message>
        <source>Among cards on a board</source>
        <translation>看板的卡片上</translation>
    </message>
    <message>
        <source>In a role of the paradigm</source>
        <translation>编码范式的要素中</translation>
    </message>
    <message>
        <source>In the diagram</source>
        <translation>模型图中</translation>
    </message>
    <message>
        <source>Among relations and their passages</source>
        <translation>关系及其原始语句中</translation>
    </message>
    <message>
        <source>In a stage</source>
        <translation>阶段中</translation>
    </message>
    <message>
        <source>In the storyline</source>
        <translation>故事线中</translation>
    </message>
    <message>
        <source>In the list of memos</source>
        <translation>备忘录列表中</translation>
    </message>
    <message>
        <source>Among the months of memos</source>
        <translation>备忘录的月份上</translation>
    </message>
    <message>
        <source>While writing a memo or the storyline</source>
        <translation>撰写备忘录或故事线时</translation>
    </message>
    <message>
        <source>While choosing what a memo links to</source>
        <translation>为备忘录选择链接对象时</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>历史记录中</translation>
    </message>
    <message>
        <source>In a table of the workspace Analyse</source>
        <translation>“分析”工作区的表格中</translation>
    </message>
    <message>
        <source>In a table of agreement</source>
        <translation>一致性表格中</translation>
    </message>
    <message>
        <source>Among disagreements</source>
        <translation>分歧列表中</translation>
    </message>
    <message>
        <source>While moving the edges of a disagreement</source>
        <translation>调整分歧的边界时</translation>
    </message>
    <message>
        <source>In the list of all commands</source>
        <translation>全部命令列表中</translation>
    </message>
    <message>
        <source>On the start page</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>In dialogs</source>
        <translation>对话框中</translation>
    </message>
    <message>
        <source>Let the selection go</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>A page on, with the caret</source>
        <translation>下翻一页，光标随之移动</translation>
    </message>
    <message>
        <source>A page back, with the caret</source>
        <translation>上翻一页，光标随之移动</translation>
    </message>
    <message>
        <source>To the beginning of the text</source>
        <translation>转到文本开头</translation>
    </message>
    <message>
        <source>To the end of the text</source>
        <translation>转到文本末尾</translation>
    </message>
    <message>
        <source>Leave an edge that is dragged where it was</source>
        <translation>放弃拖动，起止位置不变</translation>
    </message>
    <message>
        <source>Menu of the words</source>
        <translation>所选文字的菜单</translation>
    </message>
    <message>
        <source>Apply the code with this number</source>
        <translation>应用此序号的编码</translation>
    </message>
    <message>
        <source>Go through the codes</source>
        <translation>在编码间移动</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Find no longer</source>
        <translation>结束查找</translation>
    </message>
    <message>
        <source>Go to the passage in its text</source>
        <translation>转到文本中的该原始语句</translation>
    </message>
    <message>
        <source>To the next passage in its text</source>
        <translation>转到文本中的下一条原始语句</translation>
    </message>
    <message>
        <source>To the previous passage in its text</source>
        <translation>转到文本中的上一条原始语句</translation>
    </message>
    <message>
        <source>Show or hide what stands around it</source>
        <translation>显示或隐藏上下文</translation>
    </message>
    <message>
        <source>Show what stands around it</source>
        <translation>显示上下文</translation>
    </message>
    <message>
        <source>Hide what stands around it</source>
        <translation>隐藏上下文</translation>
    </message>
    <message>
        <source>Keep it in view, or let it go</source>
        <translation>固定或取消固定</translation>
    </message>
    <message>
        <source>Recode</source>
        <translation>改编码</translation>
    </message>
    <message>
        <source>Mark as typical</source>
        <translation>标为典型</translation>
    </message>
    <message>
        <source>Memo on the passage</source>
        <translation>原始语句备忘录</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>取消编码</translation>
    </message>
    <message>
        <source>Copy as a quotation</source>
        <translation>复制为引文</translation>
    </message>
    <message>
        <source>From the filter into the list</source>
        <translation>从筛选框转到列表</translation>
    </message>
    <message>
        <source>Take a condition away</source>
        <translation>去掉一个条件</translation>
    </message>
    <message>
        <source>Tick, or take the tick away</source>
        <translation>勾选或取消勾选</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>From the field into the list</source>
        <translation>从输入框转到列表</translation>
    </message>
    <message>
        <source>From the top of the list into the field</source>
        <translation>从列表顶端转到输入框</translation>
    </message>
    <message>
        <source>Move one place up</source>
        <translation>上移一位</translation>
    </message>
    <message>
        <source>Move one place down</source>
        <translation>下移一位</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>解散分组</translation>
    </message>
    <message>
        <source>Filter no longer</source>
        <translation>取消筛选</translation>
    </message>
    <message>
        <source>Choose the coding</source>
        <translation>选择此编码</translation>
    </message>
    <message>
        <source>From a field back to the text</source>
        <translation>从输入框返回文本</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>打开卡片</translation>
    </message>
    <message>
        <source>Into the column beside it</source>
        <translation>移到相邻的栏</translation>
    </message>
    <message>
        <source>Show its passages</source>
        <translation>显示其原始语句</translation>
    </message>
    <message>
        <source>Take the category out</source>
        <translation>移出范畴</translation>
    </message>
    <message>
        <source>To the nearest box</source>
        <translation>转到最近的方框</translation>
    </message>
    <message>
        <source>Move the chosen boxes</source>
        <translation>移动所选方框</translation>
    </message>
    <message>
        <source>Move them finely</source>
        <translation>微移所选方框</translation>
    </message>
    <message>
        <source>To the next relation of the box</source>
        <translation>转到方框的下一个关系</translation>
    </message>
    <message>
        <source>To the previous relation</source>
        <translation>转到上一个关系</translation>
    </message>
    <message>
        <source>From a relation back to its box</source>
        <translation>从关系返回方框</translation>
    </message>
    <message>
        <source>Relate the box to another one</source>
        <translation>为方框建立关系</translation>
    </message>
    <message>
        <source>Show the passages</source>
        <translation>显示原始语句</translation>
    </message>
    <message>
        <source>Delete the relation</source>
        <translation>删除关系</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Further away</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>As large as it is printed</source>
        <translation>按打印尺寸显示</translation>
    </message>
    <message>
        <source>To the passages, or into the text</source>
        <translation>转到原始语句或其文本</translation>
    </message>
    <message>
        <source>Write into the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Begin a line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Delete, or remove</source>
        <translation>删除或移除</translation>
    </message>
    <message>
        <source>Move the stage</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Move the category in it</source>
        <translation>移动阶段中的范畴</translation>
    </message>
    <message>
        <source>Name a category</source>
        <translation>提及范畴</translation>
    </message>
    <message>
        <source>Quote a passage</source>
        <translation>引用原始语句</translation>
    </message>
    <message>
        <source>Go where the link leads</source>
        <translation>转到链接所指之处</translation>
    </message>
    <message>
        <source>What is worth a look: to its cure</source>
        <translation>值得留意之处：转到修正的地方</translation>
    </message>
    <message>
        <source>Show the passages, or where it is cured</source>
        <translation>显示原始语句，或转到修正之处</translation>
    </message>
    <message>
        <source>Hold the document out, or no longer</source>
        <translation>留作检验，或取消</translation>
    </message>
    <message>
        <source>Open or close a heading</source>
        <translation>展开或折叠标题</translation>
    </message>
    <message>
        <source>Show the disagreements behind a cell</source>
        <translation>显示单元格所涉的分歧</translation>
    </message>
    <message>
        <source>Go through the cells</source>
        <translation>在单元格间移动</translation>
    </message>
    <message>
        <source>Sort, or choose columns</source>
        <translation>排序，或选择显示的列</translation>
    </message>
    <message>
        <source>Go through the rows</source>
        <translation>在各行间移动</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>保存理由</translation>
    </message>
    <message>
        <source>Leave the reason as it was</source>
        <translation>放弃修改理由</translation>
    </message>
    <message>
        <source>End further on, or earlier</source>
        <translation>终点后移或前移</translation>
    </message>
    <message>
        <source>Begin further on, or earlier</source>
        <translation>起点后移或前移</translation>
    </message>
    <message>
        <source>The same by words</source>
        <translation>同上，逐词移动</translation>
    </message>
    <message>
        <source>Settle it with these edges</source>
        <translation>按此边界裁定</translation>
    </message>
    <message>
        <source>Leave them as they were</source>
        <translation>保持原边界</translation>
    </message>
    <message>
        <source>Link to a code, document or passage</source>
        <translation>链接到编码、文档或原始语句</translation>
    </message>
    <message>
        <source>Follow the link at the caret</source>
        <translation>打开光标处的链接</translation>
    </message>
    <message>
        <source>Delete a link whole</source>
        <translation>整个删除链接</translation>
    </message>
    <message>
        <source>Save, and back to where one was</source>
        <translation>保存并返回原处</translation>
    </message>
    <message>
        <source>Link it</source>
        <translation>插入链接</translation>
    </message>
    <message>
        <source>To the passages of the code</source>
        <translation>转到该编码的原始语句</translation>
    </message>
    <message>
        <source>Go through what fits</source>
        <translation>在匹配项间移动</translation>
    </message>
    <message>
        <source>Back to the codes, or leave</source>
        <translation>返回编码，或离开</translation>
    </message>
    <message>
        <source>Write in the memo</source>
        <translation>编辑备忘录</translation>
    </message>
    <message>
        <source>Delete the chosen memos</source>
        <translation>删除所选备忘录</translation>
    </message>
    <message>
        <source>Show the days that were entered</source>
        <translation>显示所填日期</translation>
    </message>
    <message>
        <source>To another month</source>
        <translation>转到其他月份</translation>
    </message>
    <message>
        <source>Choose several months</source>
        <translation>选择多个月份</translation>
    </message>
    <message>
        <source>Show only this month, or all</source>
        <translation>仅显示此月，或全部显示</translation>
    </message>
    <message>
        <source>Show all months</source>
        <translation>显示所有月份</translation>
    </message>
    <message>
        <source>Undo up to the chosen step</source>
        <translation>撤销到所选步骤</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>To the next command</source>
        <translation>下一个命令</translation>
    </message>
    <message>
        <source>To the previous command</source>
        <translation>上一个命令</translation>
    </message>
    <message>
        <source>A page of commands on or back</source>
        <translation>命令上下翻页</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>不执行</translation>
    </message>
    <message>
        <source>Open the project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Go through the projects</source>
        <translation>在项目间移动</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Filter no longer, or leave</source>
        <translation>取消筛选，或离开</translation>
    </message>
    <message>
        <source>Press the main button</source>
        <translation>按下主按钮</translation>
    </message>
    <message>
        <source>Tick texts to import</source>
        <translation>勾选要导入的文本</translation>
    </message>
    <message>
        <source>Tick documents</source>
        <translation>勾选文档</translation>
    </message>
    <message>
        <source>Assign documents, or take them away</source>
        <translation>分配或收回文档</translation>
    </message>
    <message>
        <source>Merging: mine</source>
        <translation>合并：取我方</translation>
    </message>
    <message>
        <source>Merging: theirs</source>
        <translation>合并：取对方</translation>
    </message>
    <message>
        <source>Merging: both</source>
        <translation>合并：取两者</translation>
    </message>
    <message>
        <source>Merging: not chosen yet</source>
        <translation>合并：重置为未选</translation>
    </message>
    <message>
        <source>Write into a cell of a table</source>
        <translation>编辑表格单元格</translation>
    </message>
    <message>
        <source>Remove the chosen variable</source>
        <translation>移除所选变量</translation>
    </message>
    <message>
        <source>Change the chosen type of relations</source>
        <translation>修改所选的关系类型</translation>
    </message>
    <message>
        <source>Delete the chosen type</source>
        <translation>删除所选的类型</translation>
    </message>
    <message>
        <source>Splitting: to the new code</source>
        <translation>拆分：移到新编码</translation>
    </message>
    <message>
        <source>Splitting: back to the code</source>
        <translation>拆分：留在原编码</translation>
    </message>
</context>
<context>
    <name>split_code</name>
    <message>
        <source>Split “{code}”</source>
        <translation>拆分“{code}”</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Move to the right what belongs to another code: Space or the arrow keys, a double click, or by dragging.</source>
        <translation>将属于另一编码的原始语句移到右侧：按空格键或方向键、双击或拖动均可。</translation>
    </message>
    <message>
        <source>Filter passages</source>
        <translation>筛选原始语句</translation>
    </message>
    <message>
        <source>Move to the new code</source>
        <translation>移到新编码</translation>
    </message>
    <message>
        <source>Leave with the code</source>
        <translation>留在原编码</translation>
    </message>
    <message>
        <source>a new code</source>
        <translation>新编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>They go to</source>
        <translation>移至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>none (top level)</source>
        <translation>无（顶层）</translation>
    </message>
    <message>
        <source>{code} · {count}</source>
        <translation>{code} · {count}</translation>
    </message>
    <message>
        <source>new code</source>
        <translation>新编码</translation>
    </message>
    <message>
        <source>Passages that stay: {count}</source>
        <translation>留下的原始语句：{count}</translation>
    </message>
    <message>
        <source>Passages that go: {count}</source>
        <translation>移出的原始语句：{count}</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>Terms of the project</source>
        <translation>项目术语</translation>
    </message>
    <message>
        <source>Use these terms</source>
        <translation>使用这些术语</translation>
    </message>
    <message>
        <source>The window and all tables for the thesis speak so. What is stored stays the same, and the terms can be changed at any time.</source>
        <translation>窗口和学位论文的所有表格都使用这些术语。存储的内容不变，术语可随时更改。</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学派</translation>
    </message>
    <message>
        <source>Two terms are called “{name}”.</source>
        <translation>有两个术语都叫“{name}”。</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Kinds of codes</source>
        <translation>编码类型</translation>
    </message>
    <message>
        <source>Roles of the paradigm</source>
        <translation>编码范式的要素</translation>
    </message>
    <message>
        <source>Kinds of memos</source>
        <translation>备忘录类型</translation>
    </message>
</context>
<context>
    <name>version</name>
    <message>
        <source>Its definitions and counts are kept, and can be compared with later ones.</source>
        <translation>其定义和计数会保存下来，可与以后的版本比较。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
</TS>
